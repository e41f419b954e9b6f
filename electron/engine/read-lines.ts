import { StringDecoder } from 'node:string_decoder'

/** UTF-16 units; no row of a catalogue and no record of a package comes near. */
const longestLine = 1 << 28
export const tooLong = '(too long)'

/**
 * The lines of a stream of UTF-8, ended by a line feed and nothing else: JSON may hold U+2028 and U+2029 as they are, at which other
 * readers of lines cut, and a value with them would be lost. A carriage return before the line feed goes with it. A line that is
 * longer than any of ours comes as `tooLong`, which is no JSON.
 */
export async function* readLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  let isTooLong = false
  const whole = (line: string): string => {
    const wasTooLong = isTooLong
    isTooLong = false
    if (wasTooLong) return tooLong
    return line.endsWith('\r') ? line.slice(0, -1) : line
  }
  for await (const chunk of stream) {
    const lines = (rest + decoder.write(Buffer.from(chunk))).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield whole(line)
    if (rest.length > longestLine) {
      isTooLong = true
      rest = ''
    }
  }
  rest += decoder.end()
  if (rest !== '' || isTooLong) yield whole(rest)
}
