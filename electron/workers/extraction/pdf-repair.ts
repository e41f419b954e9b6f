import { inflateWhatIsSound, inflateWhole } from './pdf-inflate.ts'
import { findObjects, type FoundObjects, type PdfObject } from './pdf-objects.ts'
import { orphanedPages } from './pdf-orphans.ts'

const reference = /(\d+)\s+\d+\s+R(?![A-Za-z])/g

const isPage = ({ source }: PdfObject): boolean => /\/Type\s*\/Page(?![A-Za-z])/.test(source)

function referredTo(text: string): number[] {
  return [...text.matchAll(reference)].map((match) => Number(match[1]))
}

function lastIn(trailers: readonly string[], pattern: RegExp): string | undefined {
  return trailers.map((trailer) => pattern.exec(trailer)?.[1]).findLast((found) => found !== undefined)
}

/** The numbers of the page objects under a node of the tree of pages, and whether the tree has holes. */
function pagesUnder({ objects }: FoundObjects, top: number): { pages: number[]; isWhole: boolean } {
  const pages: number[] = []
  const visited = new Set<number>()
  let isWhole = true
  const waiting = [top]
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const node = objects.get(number)
    if (node === undefined) isWhole = false
    if (node === undefined || visited.has(number)) continue
    visited.add(number)
    const direct = /\/Kids\s*\[([^\]]*)/.exec(node.source)?.[1]
    const elsewhere = Number(/\/Kids\s+(\d+)\s+\d+\s+R/.exec(node.source)?.[1] ?? -1)
    const kids = direct ?? objects.get(elsewhere)?.source
    if (kids !== undefined) waiting.push(...referredTo(kids).reverse())
    else if (isPage(node) || /\/Contents\b/.test(node.source)) pages.push(number)
    else isWhole = false
  }
  return { pages, isWhole }
}

/** All pages, in the order of the tree as far as it goes and then in that of the file. */
function pagesOfFile(found: FoundObjects): number[] {
  const all = [...found.objects.values()]
  const named = Number(lastIn(found.trailers, /\/Root\s+(\d+)\s+\d+\s+R/) ?? -1)
  const root = found.objects.get(named) ?? all.findLast(({ source }) => /\/Type\s*\/Catalog\b/.test(source))
  const top = Number(/\/Pages\s+(\d+)\s+\d+\s+R/.exec(root?.source ?? '')?.[1] ?? -1)
  const { pages, isWhole } = pagesUnder(found, top)
  if (isWhole && pages.length > 0) return pages
  return [...new Set([...pages, ...all.filter(isPage).map(({ number }) => number)])]
}

interface Packing {
  readonly dictionary: string
  readonly content: Buffer
}

/** A stream as it was found, or without its packing where that is damaged. */
function soundStream(source: string, stream: Buffer, isEncrypted: boolean): Packing {
  const isFlate = /\/Filter\s*\[?\s*\/(FlateDecode|Fl)\s*\]?\s*(\/|>)/.test(source)
  const isPlain = /\/(Predictor|FunctionType|ShadingType)\b|\/Subtype\s*\/Image/.test(source)
  if (isEncrypted || !isFlate || isPlain || inflateWhole(stream) !== undefined) {
    return { dictionary: source, content: stream }
  }
  const content = inflateWhatIsSound(stream) ?? Buffer.alloc(0)
  return { dictionary: source.replace(/\/Filter\s*\[?\s*\/\w+\s*\]?/, ''), content }
}

function written({ number, generation, source, stream }: PdfObject, isEncrypted: boolean): Uint8Array {
  const head = `${number} ${generation} obj\n`
  if (stream === undefined) return Buffer.from(`${head}${source}\nendobj\n`, 'latin1')
  const { dictionary, content } = soundStream(source, stream, isEncrypted)
  const bare = dictionary.replace(/\/Length\s+\d+(\s+\d+\s+R)?(?!\d)/, '')
  const opened = bare.replace('<<', `<< /Length ${content.length} `)
  return Buffer.concat([
    Buffer.from(`${head}${opened}\nstream\n`, 'latin1'),
    content,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ])
}

/** The keys of the old trailer that the new one needs. */
function keptKeys({ trailers }: FoundObjects): string[] {
  const encryption = lastIn(trailers, /(\/Encrypt\s+\d+\s+\d+\s+R)/) ?? lastIn(trailers, /(\/Encrypt\s*<<[^]*?>>)/)
  const keys = [
    lastIn(trailers, /(\/Info\s+\d+\s+\d+\s+R)/),
    encryption,
    lastIn(
      trailers,
      /(\/ID\s*\[\s*(?:<[\da-fA-F\s]*>|\((?:\\[^]|[^\\)])*\))\s*(?:<[\da-fA-F\s]*>|\((?:\\[^]|[^\\)])*\))\s*\])/,
    ),
  ]
  return keys.filter((key) => key !== undefined)
}

function assemble(objects: readonly PdfObject[], root: number, keys: readonly string[]): Uint8Array {
  const isEncrypted = keys.some((key) => key.startsWith('/Encrypt'))
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n')]
  const rows = ['0 1\n0000000000 65535 f \n']
  let size = parts[0]?.length ?? 0
  for (const object of objects) {
    const part = written(object, isEncrypted)
    rows.push(
      `${object.number} 1\n${String(size).padStart(10, '0')} ${String(object.generation).padStart(5, '0')} n \n`,
    )
    parts.push(part)
    size += part.length
  }
  const trailer = `trailer\n<< /Size ${root + 1} /Root ${root} 0 R ${keys.join(' ')} >>\nstartxref\n${size}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(`xref\n${rows.join('')}${trailer}`, 'latin1')])
}

export interface RepairedPdf {
  readonly bytes: Uint8Array
  /** Whether no page was left and streams that write text were taken for pages: their letters may mean anything. */
  readonly isGuess: boolean
}

/**
 * Writes a broken PDF anew from the objects that can be found in it, with a table, a flat list of its pages and lengths that hold.
 * Gives undefined when nothing in it can be a page. Never throws for want of sound input.
 */
export function repairedPdf(bytes: Uint8Array): RepairedPdf | undefined {
  const found = findObjects(bytes)
  const highest = [...found.objects.keys()].reduce((most, number) => Math.max(most, number), 0)
  const pages = pagesOfFile(found)
  const orphans = pages.length > 0 ? [] : orphanedPages(found, highest + 1)
  const kids = [...pages, ...orphans.map(({ number }) => number)]
  if (kids.length === 0) return undefined
  const list = Math.max(highest, ...orphans.map(({ number }) => number)) + 1
  const references = kids.map((number) => `${number} ${found.objects.get(number)?.generation ?? 0} R`)
  const tree = `<< /Type /Pages /Count ${kids.length} /Kids [${references.join(' ')}] >>`
  const made = [
    ...orphans,
    { number: list, generation: 0, source: tree },
    { number: list + 1, generation: 0, source: `<< /Type /Catalog /Pages ${list} 0 R >>` },
  ]
  const all = [...found.objects.values(), ...made]
  return { bytes: assemble(all, list + 1, keptKeys(found)), isGuess: orphans.length > 0 }
}
