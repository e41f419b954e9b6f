/** A piece of RTF source. `symbol` is a control of one character, such as `\~`; `byte` is a character written as `\'hh`. */
export type RtfToken =
  | { readonly type: 'open' }
  /** `to` is the place after the brace. */
  | { readonly type: 'close'; readonly to: number }
  | { readonly type: 'word'; readonly name: string; readonly value: number | undefined }
  | { readonly type: 'symbol'; readonly name: string }
  | { readonly type: 'byte'; readonly value: number }
  | { readonly type: 'bytes'; readonly from: number; readonly to: number }

const backslash = 0x5c
const openBrace = 0x7b
const closeBrace = 0x7d
const apostrophe = 0x27
const minus = 0x2d
const space = 0x20
const longestName = 32

const isLetter = (byte: number): boolean => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39
const isLineEnd = (byte: number): boolean => byte === 0x0a || byte === 0x0d || byte === 0
const isText = (byte: number): boolean =>
  byte !== backslash && byte !== openBrace && byte !== closeBrace && !isLineEnd(byte)

interface ControlWord {
  readonly name: string
  readonly value: number | undefined
  readonly end: number
}

function readWord(source: Uint8Array, start: number): ControlWord {
  const at = (index: number): number => source[index] ?? 0
  let end = start
  let name = ''
  while (isLetter(at(end)) && name.length < longestName) name += String.fromCharCode(at(end++))
  const sign = at(end) === minus && isDigit(at(end + 1)) ? -1 : 1
  if (sign === -1) end++
  let digits = ''
  while (isDigit(at(end)) && digits.length < 12) digits += String.fromCharCode(at(end++))
  if (at(end) === space) end++
  return { name, value: digits === '' ? undefined : sign * Number(digits), end }
}

function endOfText(source: Uint8Array, start: number): number {
  let end = start
  while (end < source.length && isText(source[end] ?? 0)) end++
  return end
}

/** Splits RTF source into its tokens. `\bin` data is stepped over. Never throws, whatever the bytes are. */
export function* rtfTokens(source: Uint8Array): Generator<RtfToken> {
  let at = 0
  while (at < source.length) {
    const byte = source[at] ?? 0
    const next = source[at + 1] ?? 0
    if (isText(byte)) {
      const to = endOfText(source, at)
      yield { type: 'bytes', from: at, to }
      at = to
    } else if (byte === backslash && isLetter(next)) {
      const { name, value, end } = readWord(source, at + 1)
      at = name === 'bin' ? end + Math.max(value ?? 0, 0) : end
      if (name !== 'bin') yield { type: 'word', name, value }
    } else if (byte === backslash && next === apostrophe) {
      const value = Number.parseInt(String.fromCharCode(source[at + 2] ?? 0, source[at + 3] ?? 0), 16)
      if (!Number.isNaN(value)) yield { type: 'byte', value }
      at += 4
    } else if (byte === backslash) {
      yield { type: 'symbol', name: String.fromCharCode(next) }
      at += 2
    } else {
      if (byte === openBrace) yield { type: 'open' }
      else if (byte === closeBrace) yield { type: 'close', to: at + 1 }
      at++
    }
  }
}
