const marks: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]
const declared = /charset\s*=\s*["']?\s*([\w-]{3,20})/i
/** A declaration stands at the head of a page or nowhere. */
const headBytes = 2048

function decodeAs(bytes: Uint8Array<ArrayBuffer>, encoding: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The text of an original, for showing it: by its byte order mark, as UTF-8, as it declares itself, or else as Windows-1252. */
export function decodeText(bytes: Uint8Array<ArrayBuffer>): string {
  const marked = marks.find(([mark]) => mark.every((byte, index) => bytes[index] === byte))
  if (marked !== undefined) return decodeAs(bytes, marked[1], false) ?? ''
  const asUtf8 = decodeAs(bytes, 'utf-8', true)
  if (asUtf8 !== undefined && !asUtf8.includes('\0')) return asUtf8
  const head = decodeAs(bytes.slice(0, headBytes), 'windows-1252', false) ?? ''
  const name = declared.exec(head)?.[1]
  return (name === undefined ? undefined : decodeAs(bytes, name, false)) ?? decodeAs(bytes, 'windows-1252', false) ?? ''
}
