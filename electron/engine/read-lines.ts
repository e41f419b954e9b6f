import { StringDecoder } from 'node:string_decoder'

/**
 * The lines of a stream of UTF-8, ended by a line feed and nothing else: JSON may hold U+2028 and U+2029 as they are, at which other
 * readers of lines cut, and a value with them would be lost. A carriage return before the line feed goes with it.
 */
export async function* readLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for await (const chunk of stream) {
    const lines = (rest + decoder.write(Buffer.from(chunk))).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line
  }
  rest += decoder.end()
  if (rest !== '') yield rest
}
