import { damaged, tooMuch } from '../refusals.ts'
import { ByteView } from './byte-view.ts'

/** What the window holds before the first byte: the words that most RTF texts of the time began with ([MS-OXRTFCP] 2.1.2.1). */
const firstWindow =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArial' +
  'Times New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx'
const windowBytes = 4096
const headBytes = 16
const packedMark = 0x75465a4c
const plainMark = 0x414c454d
/** A message's text is never longer; one reference of two bytes stands for up to seventeen. */
const largestText = 64 * 1024 * 1024

/** Unpacks the RTF text that Outlook keeps of a message. Throws a Refusal when it is damaged or far too long. */
export function unpackRtf(packed: Uint8Array): Uint8Array {
  const source = new ByteView(packed)
  if (source.long(8) === plainMark) return source.part(headBytes, source.long(4)).bytes
  if (source.long(8) !== packedMark) throw damaged('Outlook message')
  const window = Buffer.alloc(windowBytes, ' ')
  let place = window.write(firstWindow, 'latin1')
  const unpacked: number[] = []
  const add = (byte: number): void => {
    unpacked.push(byte)
    window[place] = byte
    place = (place + 1) % windowBytes
  }
  let at = headBytes
  while (at < source.length) {
    const kinds = source.byte(at++)
    for (let bit = 0; bit < 8 && at < source.length; bit++) {
      if (((kinds >> bit) & 1) === 0) {
        add(source.byte(at++))
        continue
      }
      const reference = (source.byte(at) << 8) | source.byte(at + 1)
      at += 2
      const from = reference >> 4
      // A reference to the place that comes next is the end.
      if (from === place) return Uint8Array.from(unpacked)
      for (let step = 0; step < (reference & 15) + 2; step++) add(window[(from + step) % windowBytes] ?? 0)
    }
    if (unpacked.length > largestText) throw tooMuch()
  }
  return Uint8Array.from(unpacked)
}
