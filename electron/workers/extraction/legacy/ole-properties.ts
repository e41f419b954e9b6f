import iconv from 'iconv-lite'
import { decodeText } from '../character-encoding.ts'
import type { FileMetadata } from '../extracted.ts'
import { isNoTitle, metadataOf } from '../metadata.ts'
import { ByteView } from './byte-view.ts'
import type { OleFile } from './ole-file.ts'

const codePageId = 1
const titleId = 2
const authorId = 4
const mostProperties = 200
const longestValue = 4_000

/** Decodes bytes in a Windows code page given by its number; one that is unknown or not given is guessed. Stops at the first NUL. */
export function decodeCodePage(bytes: Uint8Array, codePage: number | undefined): string {
  if (codePage === 1200) return Buffer.from(bytes).toString('utf16le').split('\0')[0] ?? ''
  const nul = bytes.indexOf(0)
  const content = Buffer.from(nul === -1 ? bytes : bytes.subarray(0, nul))
  const name = codePage === 65_001 ? 'utf-8' : `cp${codePage ?? 0}`
  return iconv.encodingExists(name) ? iconv.decode(content, name) : decodeText(content).text
}

function stringAt(section: ByteView, at: number, codePage: number | undefined): string {
  const type = section.word(at)
  const length = Math.min(section.long(at + 4), longestValue)
  if (type === 0x1e) return decodeCodePage(section.part(at + 8, length).bytes, codePage)
  if (type === 0x1f) return decodeCodePage(section.part(at + 8, length * 2).bytes, 1200)
  return ''
}

/** Title and author from the summary that the older Office programs write; nothing when there is none or it is damaged. */
export function summaryMetadata(ole: OleFile, format: string): FileMetadata {
  const stream = ole.read('\u0005SummaryInformation')
  if (stream === undefined) return {}
  const whole = new ByteView(stream)
  const section = whole.part(whole.long(44), whole.length)
  const places = new Map<number, number>()
  for (let index = 0; index < Math.min(section.long(4), mostProperties); index++) {
    places.set(section.long(8 + index * 8), section.long(12 + index * 8))
  }
  const codePagePlace = places.get(codePageId)
  const codePage = codePagePlace === undefined ? undefined : section.word(codePagePlace + 4)
  const field = (id: number): string => {
    const place = places.get(id)
    return place === undefined ? '' : stringAt(section, place, codePage)
  }
  const title = field(titleId).trim()
  return metadataOf({
    title: isNoTitle(title) ? undefined : title,
    titleField: `${format}:title`,
    author: field(authorId),
  })
}
