import type { Language } from '../../contract/vocabulary.ts'
import type { ReadDb, WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import { analyseText } from '../language/analyse.ts'
import { type IndexedWords, indexedWords } from '../language/indexed-words.ts'

interface TextOfDocument {
  readonly title: string
  readonly language: Language
  readonly removed: number
}

/** More documents than this are put in the queue and indexed after the act, so that no act makes the program wait. */
const mostAtOnce = 20

/**
 * Segments are merged when sixteen have come together, not four: an import writes each word half as often. Run once for each
 * connection that writes.
 */
export function setMerging(db: WriteDb): void {
  db.exec("INSERT INTO text_index (text_index, rank) VALUES ('automerge', 16)")
  db.exec("INSERT INTO text_index (text_index, rank) VALUES ('crisismerge', 32)")
}

export function insertWords(db: WriteDb, document: number, words: IndexedWords): void {
  statement<[number, string, string, string]>(
    db,
    'INSERT INTO text_index (rowid, title, body, exact) VALUES (?, ?, ?, ?)',
  ).run(document, words.title, words.body, words.exact)
}

function removeWords(db: WriteDb, document: number): void {
  statement<[number]>(db, 'DELETE FROM text_index WHERE rowid = ?').run(document)
}

/** Brings one document's words up to date: taken out, and put in again when the document is present. */
export function reindexDocument(db: WriteDb, document: number): void {
  removeWords(db, document)
  statement<[number]>(db, 'DELETE FROM index_queue WHERE document = ?').run(document)
  const found = statement<[number], TextOfDocument>(
    db,
    'SELECT title, language, removed FROM document WHERE number = ?',
  ).get(document)
  if (found === undefined || found.removed !== 0) return
  const pages = statement<[number], { text: string }>(
    db,
    'SELECT text FROM page WHERE document = ? ORDER BY number',
  ).all(document)
  const body = analyseText(pages.map((page) => page.text).join('\n\n'), found.language)
  insertWords(db, document, indexedWords(found.title, found.language, body))
}

/** Brings the index along with an act: a few documents at once, many through the queue. Runs in the act's transaction. */
export function reindexChanged(db: WriteDb, documents: ReadonlySet<number>): void {
  if (documents.size <= mostAtOnce) {
    for (const document of documents) reindexDocument(db, document)
    return
  }
  const queue = statement<[number]>(db, 'INSERT OR IGNORE INTO index_queue (document) VALUES (?)')
  const isPresent = statement<[number], { removed: number }>(db, 'SELECT removed FROM document WHERE number = ?')
  for (const document of documents) {
    removeWords(db, document)
    if (isPresent.get(document)?.removed === 0) queue.run(document)
  }
}

/** Documents that wait to be indexed. */
export function countQueued(db: ReadDb): number {
  return statement<[], { n: number }>(db, 'SELECT count(*) AS n FROM index_queue').get()?.n ?? 0
}

/** The next documents that wait, oldest first. */
export function nextQueued(db: ReadDb, limit: number): number[] {
  return statement<[number], { document: number }>(db, 'SELECT document FROM index_queue ORDER BY document LIMIT ?')
    .all(limit)
    .map((row) => row.document)
}

/** Empties the index and puts every present document in the queue. Answers how many there are. */
export function queueEverything(db: WriteDb): number {
  db.exec("INSERT INTO text_index (text_index) VALUES ('delete-all')")
  db.exec('INSERT OR IGNORE INTO index_queue (document) SELECT number FROM document WHERE removed = 0')
  return countQueued(db)
}
