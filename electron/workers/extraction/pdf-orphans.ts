import { inflateWhatIsSound } from './pdf-inflate.ts'
import type { FoundObjects, PdfObject } from './pdf-objects.ts'

const mostPages = 5_000

/** What a stream paints, if it writes any text; undefined for pictures, fonts and all other streams. */
function paintedText({ source, stream }: PdfObject): string | undefined {
  if (stream === undefined || /\/(Subtype|Length1|Type)\b/.test(source)) return undefined
  const isPacked = /\/(FlateDecode|Fl)\b/.test(source)
  if (!isPacked && source.includes('/Filter')) return undefined
  const content = (isPacked ? inflateWhatIsSound(stream) : stream)?.toString('latin1')
  return content !== undefined && /\bBT\s/.test(content) && /[)>\]]\s*(T[jJ]|['"])/.test(content) ? content : undefined
}

/** The font that any list of resources in the file knows under this name, or letters as they are in Latin-1. */
function fontNamed(name: string, { objects }: FoundObjects): string {
  const entry = new RegExp(`/${name.replace(/[^\w]/g, '\\$&')}\\s+(\\d+)\\s+(\\d+)\\s+R`)
  for (const { source } of objects.values()) {
    const [, number, generation] = entry.exec(source) ?? []
    const font = objects.get(Number(number ?? -1))
    if (font !== undefined && /\/Type\s*\/Font\b/.test(font.source)) return `${number} ${generation} R`
  }
  return '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'
}

/**
 * Makes a page for each stream that writes text, for a file whose pages themselves are lost: a file cut off before its packed
 * objects has nothing else. `firstNumber` is the number of the first object made.
 */
export function orphanedPages(found: FoundObjects, firstNumber: number): PdfObject[] {
  const pages: PdfObject[] = []
  for (const object of found.objects.values()) {
    const text = paintedText(object)
    if (text === undefined) continue
    const names = new Set([...text.matchAll(/\/([^\s/<>[\](){}%]+)\s+[-\d.]+\s+Tf\b/g)].map((match) => match[1] ?? ''))
    const fonts = [...names].map((name) => `/${name} ${fontNamed(name, found)}`)
    const contents = `/Contents ${object.number} ${object.generation} R`
    const source = `<< /Type /Page /MediaBox [0 0 612 792] /Resources << /Font << ${fonts.join(' ')} >> >> ${contents} >>`
    pages.push({ number: firstNumber + pages.length, generation: 0, source })
    if (pages.length === mostPages) break
  }
  return pages
}
