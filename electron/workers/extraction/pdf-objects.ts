import { inflateWhatIsSound } from './pdf-inflate.ts'

/** An object of a PDF as its source has it, found without the file's own table of objects. */
export interface PdfObject {
  readonly number: number
  readonly generation: number
  /** What comes before the stream, or all of it, one character for each byte. */
  readonly source: string
  readonly stream?: Buffer
}

export interface FoundObjects {
  /** In the order of the file; of two with one number the later one counts. */
  readonly objects: ReadonlyMap<number, PdfObject>
  /** The dictionaries that name the root, the properties and the encryption, in the order of the file. */
  readonly trailers: readonly string[]
}

const objectHead = /(?<![\d.])(\d{1,10})\s{1,8}(\d{1,5})\s{1,8}obj(?![a-z])/g
const mostObjects = 500_000
const longestTrailer = 4_096

interface Head {
  readonly number: number
  readonly generation: number
  /** Where the head begins. */
  readonly from: number
  /** Where the object itself begins. */
  readonly at: number
}

function headsOf(file: string): Head[] {
  const heads: Head[] = []
  for (const match of file.matchAll(objectHead)) {
    const [whole, number, generation] = match
    heads.push({
      number: Number(number),
      generation: Number(generation),
      from: match.index,
      at: match.index + whole.length,
    })
    if (heads.length === mostObjects) break
  }
  return heads
}

/** The first of the words in a part of the file, or the end of that part. */
function firstOf(words: readonly string[], file: string, from: number, limit: number): number {
  const part = file.slice(from, limit)
  const places = words.map((word) => part.indexOf(word)).filter((place) => place !== -1)
  return places.length === 0 ? limit : from + Math.min(...places)
}

/** Where a stream ends: where its length says, if the closing word stands there, and else at the first word that closes anything. */
function endOfStream(file: string, start: number, dictionary: string, limit: number): number {
  const length = Number(/\/Length\s{1,8}(\d+)(?!\d*\s+\d+\s+R)/.exec(dictionary)?.[1] ?? -1)
  if (length >= 0 && /^\s{0,4}endstream/.test(file.slice(start + length, start + length + 16))) return start + length
  const end = firstOf(['endstream', 'endobj'], file, start, limit)
  const isAfterBreak = file.charAt(end - 1) === '\n' ? 1 + Number(file.charAt(end - 2) === '\r') : 0
  return Math.max(start, end - isAfterBreak)
}

function objectAt(bytes: Buffer, file: string, head: Head, limit: number): { object: PdfObject; end: number } {
  const { number, generation, at } = head
  const close = firstOf(['endobj'], file, at, limit)
  const opening = firstOf(['stream'], file, at, limit)
  const dictionary = file.slice(at, opening)
  if (opening >= close || !dictionary.trimEnd().endsWith('>>')) {
    return { object: { number, generation, source: file.slice(at, close).trim() }, end: close }
  }
  const start = opening + (/^stream(?:\r\n|\n|\r)?/.exec(file.slice(opening, opening + 8))?.[0].length ?? 0)
  const end = endOfStream(file, start, dictionary, limit)
  return { object: { number, generation, source: dictionary.trim(), stream: bytes.subarray(start, end) }, end }
}

/** The objects that are packed together in a stream. */
function packedObjects(container: PdfObject): PdfObject[] {
  const numberOf = (key: string): number => Number(new RegExp(`/${key}\\s{1,8}(\\d+)`).exec(container.source)?.[1] ?? 0)
  const packed = container.stream ?? Buffer.alloc(0)
  const content = /FlateDecode|\/Fl\b/.test(container.source) ? inflateWhatIsSound(packed) : packed
  if (content === undefined) return []
  const start = numberOf('First')
  const pairs = content.toString('latin1', 0, start).trim().split(/\s+/).map(Number)
  const objects: PdfObject[] = []
  for (let at = 0; at + 1 < Math.min(pairs.length, numberOf('N') * 2); at += 2) {
    const [number = 0, offset = 0, , next = Infinity] = pairs.slice(at, at + 4)
    const source = content.toString('latin1', start + offset, Math.min(start + next, content.length)).trim()
    if (Number.isSafeInteger(number) && source !== '') objects.push({ number, generation: 0, source })
  }
  return objects
}

const isContainer = ({ source }: PdfObject): boolean => /\/Type\s*\/ObjStm/.test(source)

/**
 * Finds the objects of a PDF by looking through all of its bytes, whatever is missing around them: the table, the ends of objects
 * and of streams, the end of the file. Objects packed into streams are unpacked unless the file is encrypted. Never throws.
 */
export function findObjects(bytes: Uint8Array): FoundObjects {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const file = buffer.toString('latin1')
  const trailers = [...file.matchAll(/\btrailer\b/g)].map(({ index }) => file.slice(index + 7, index + longestTrailer))
  const isEncrypted = /\/Encrypt\b/.test(file)
  const objects = new Map<number, PdfObject>()
  const heads = headsOf(file)
  let end = 0
  for (const [at, head] of heads.entries()) {
    // Data that only looks like an object lies within a stream.
    if (head.from < end) continue
    const read = objectAt(buffer, file, head, heads[at + 1]?.from ?? file.length)
    end = read.end
    const { object } = read
    if (/\/Type\s*\/XRef\b/.test(object.source)) trailers.push(object.source)
    else if (isContainer(object) && !isEncrypted)
      for (const inner of packedObjects(object)) objects.set(inner.number, inner)
    else objects.set(object.number, object)
  }
  return { objects, trailers }
}
