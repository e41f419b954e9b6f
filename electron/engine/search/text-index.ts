import type { Language } from '../../contract/vocabulary.ts'
import type { ReadDb, WriteDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import { analyseText } from '../language/analyse.ts'
import { settleAgreements } from '../agreements/settle-agreements.ts'
import { pageBreak } from '../cataloguing/pages.ts'
import { readFacts } from '../cataloguing/read-facts.ts'
import { refusalsOf, withoutRefused } from '../lane/refusals.store.ts'
import { putMentions } from '../names/mentions.store.ts'
import { type IndexedWords, indexedWords } from '../language/indexed-words.ts'
import { writeWords } from '../word-index/word-buffer.ts'
import { emptyIndex, removeEntry } from '../word-index/word-index.store.ts'

interface TextOfDocument {
  readonly title: string
  readonly language: Language
  readonly issued: string
  readonly removed: number
}

/** More documents than this are put in the queue and indexed after the act, so that no act makes the program wait. */
const mostAtOnce = 20

/** The words of a document as it is now, whose mentions are read anew; `undefined` when it is removed. */
function readAgain(db: WriteDb, document: number): IndexedWords | undefined {
  const found = statement<[number], TextOfDocument>(
    db,
    'SELECT title, language, issued, removed FROM document WHERE number = ?',
  ).get(document)
  if (found === undefined || found.removed !== 0) return undefined
  const pages = statement<[number], { text: string }>(
    db,
    'SELECT text FROM page WHERE document = ? ORDER BY number',
  ).all(document)
  const text = pages.map((page) => page.text).join(pageBreak)
  const analysed = analyseText(text, found.language)
  const { title, issued } = found
  const read = readFacts({ pages, passages: analysed.passages, title, issued })
  const facts = withoutRefused(read, refusalsOf(db, document))
  putMentions(db, document, facts.mentions, Date.now())
  settleAgreements(db, document, facts, Date.now())
  return indexedWords(found.title, found.language, analysed)
}

function removeWords(db: WriteDb, document: number): void {
  statement<[number]>(db, 'DELETE FROM index_queue WHERE document = ?').run(document)
  removeEntry(db, document)
}

/** Brings the words of documents up to date: taken out of the queue, and out of the index when they are removed. */
export function reindexDocuments(db: WriteDb, documents: Iterable<number>): void {
  const present = new Map<number, IndexedWords>()
  for (const document of documents) {
    const words = readAgain(db, document)
    if (words === undefined) removeWords(db, document)
    else present.set(document, words)
  }
  const settled = statement<[number]>(db, 'DELETE FROM index_queue WHERE document = ?')
  for (const document of present.keys()) settled.run(document)
  writeWords(db, present)
}

/** Documents whose words are not in the index yet, or not as they are now. */
export function putInQueue(db: WriteDb, documents: Iterable<number>): void {
  const queue = statement<[number]>(db, 'INSERT OR IGNORE INTO index_queue (document) VALUES (?)')
  for (const document of documents) queue.run(document)
}

/** Brings the index along with an act: a few documents at once, many through the queue. Runs in the act's transaction. */
export function reindexChanged(db: WriteDb, documents: ReadonlySet<number>): void {
  if (documents.size <= mostAtOnce) {
    reindexDocuments(db, documents)
    return
  }
  const isPresent = statement<[number], number>(db, 'SELECT removed = 0 FROM document WHERE number = ?').pluck()
  for (const document of documents)
    if (isPresent.get(document) === 1) putInQueue(db, [document])
    else removeWords(db, document)
}

/** Documents that wait to be indexed. */
export function countQueued(db: ReadDb): number {
  return statement<[], number>(db, 'SELECT count(*) FROM index_queue').pluck().get() ?? 0
}

/** The next documents that wait, oldest first. */
export function nextQueued(db: ReadDb, limit: number): number[] {
  return statement<[number], number>(db, 'SELECT document FROM index_queue ORDER BY document LIMIT ?')
    .pluck()
    .all(limit)
}

/** Documents of an import that wait to be indexed. */
export function queuedOfImport(db: ReadDb, importNumber: number): number[] {
  return statement<[number], number>(
    db,
    `SELECT index_queue.document FROM index_queue JOIN document ON document.number = index_queue.document
     WHERE document.import = ?`,
  )
    .pluck()
    .all(importNumber)
}

/** Empties the index and puts every present document in the queue. Answers how many there are. */
export function queueEverything(db: WriteDb): number {
  emptyIndex(db)
  db.exec('INSERT OR IGNORE INTO index_queue (document) SELECT number FROM document WHERE removed = 0')
  return countQueued(db)
}
