import { edtfBounds } from '../../contract/edtf.ts'
import type { Mention } from '../../contract/schemas.ts'
import { type NameType, mentionTypes, nameTypes } from '../../contract/vocabulary.ts'
import type { ReadDb, WriteDb } from '../database/connection.ts'
import { grouped } from '../database/grouped.ts'
import { statement } from '../database/statement.ts'
import { keepName } from './names.store.ts'

/** A mention as it is kept: its words stand in the page. */
type Packed = readonly [
  type: number,
  page: number,
  start: number,
  end: number,
  value: string,
  confidence: number,
  rule: string,
  more?: Pick<Mention, 'other' | 'rank' | 'office' | 'country'>,
]

function pack({ type, page, start, end, value, confidence, rule, other, rank, office, country }: Mention): Packed {
  const more = {
    ...(other === undefined ? {} : { other }),
    ...(rank === undefined ? {} : { rank }),
    ...(office === undefined ? {} : { office }),
    ...(country === undefined ? {} : { country }),
  }
  const plain = [mentionTypes.indexOf(type), page, start, end, value, confidence, rule] as const
  return Object.keys(more).length === 0 ? plain : [...plain, more]
}

function unpack([type, page, start, end, value, confidence, rule, more]: Packed, text: string): Mention {
  const words = text.slice(start, end)
  return { type: mentionTypes[type] ?? 'date', page, start, end, text: words, value, confidence, rule, ...more }
}

const isName = (type: Mention['type']): type is NameType => (nameTypes as readonly string[]).includes(type)

const toBlob = (numbers: readonly number[]): Uint8Array => new Uint8Array(Int32Array.from(numbers).buffer)

/** 32-bit numbers of a blob, whatever place in memory it was given. */
export function numbersOf(blob: Uint8Array): Int32Array {
  return new Int32Array(blob.slice().buffer)
}

/** Groups (`Syrians`) and offices alone (`the Foreign Secretary`) are mentions, and nobody's name: they get no record. */
const withoutRecord = new Set(['body:group', 'person:office-alone'])

function namesIn(db: WriteDb, mentions: readonly Mention[], now: number): number[] {
  const numbers = new Set<number>()
  const seen = new Set<string>()
  for (const { type, value, rule, country = '' } of mentions) {
    if (!isName(type) || value === '' || withoutRecord.has(rule) || seen.has(`${type} ${value}`)) continue
    seen.add(`${type} ${value}`)
    const number = keepName(db, { type, preferred: value, country }, now)
    if (number !== undefined) numbers.add(number)
  }
  return [...numbers].sort((a, b) => a - b)
}

function datesIn(mentions: readonly Mention[]): number[] {
  const pairs = new Map<string, readonly [number, number]>()
  for (const { type, value, other } of mentions) {
    if (type !== 'date') continue
    for (const edtf of other === undefined ? [value] : [value, other]) {
      // What began in 2016 and goes on names 2016, and not every year since.
      const bounds = edtfBounds(edtf.replace(/\/\.\.$|^\.\.\//u, ''))
      if (bounds !== undefined) pairs.set(edtf, [bounds.from, bounds.to])
    }
  }
  return [...pairs.values()].flat()
}

/** Keeps what a document mentions, in place of what was kept, with the records of the names. Runs in a transaction. */
export function putMentions(db: WriteDb, document: number, mentions: readonly Mention[], now: number): void {
  statement<[number, string, Uint8Array, Uint8Array]>(
    db,
    'INSERT OR REPLACE INTO mention_list (document, mentions, names, dates) VALUES (?, ?, ?, ?)',
  ).run(document, JSON.stringify(mentions.map(pack)), toBlob(namesIn(db, mentions, now)), toBlob(datesIn(mentions)))
}

type PageText = Readonly<{ number: number; text: string }>

function unpackAll(list: string | undefined, pages: readonly PageText[]): Mention[] {
  if (list === undefined) return []
  const texts = new Map(pages.map(({ number, text }) => [number, text]))
  return (JSON.parse(list) as Packed[]).map((packed) => unpack(packed, texts.get(packed[1]) ?? ''))
}

/** Every mention of documents in reading order, for each of them with its pages. */
export function mentionsOfDocuments(
  db: ReadDb,
  documents: readonly number[],
): (document: number, pages: readonly PageText[]) => Mention[] {
  const lists = grouped<{ readonly mentions: string }>(
    db,
    `SELECT document AS owner, mentions FROM json_each(?) AS wanted
     CROSS JOIN mention_list ON mention_list.document = wanted.value`,
    documents,
  )
  return (document, pages) => unpackAll(lists(document)[0]?.mentions, pages)
}

/** Every mention of a document in reading order; `pages` are its pages. */
export function mentionsOf(db: ReadDb, document: number, pages: readonly PageText[]): Mention[] {
  return mentionsOfDocuments(db, [document])(document, pages)
}

export interface MentionedRow {
  readonly document: number
  readonly names: Uint8Array
  readonly dates: Uint8Array
}

/** What every document mentions, by number. */
export function mentionedByAll(db: ReadDb): IterableIterator<MentionedRow> {
  return db.prepare<[], MentionedRow>('SELECT document, names, dates FROM mention_list').iterate()
}

export function mentionedBy(db: ReadDb, document: number): MentionedRow | undefined {
  return statement<[number], MentionedRow>(
    db,
    'SELECT document, names, dates FROM mention_list WHERE document = ?',
  ).get(document)
}
