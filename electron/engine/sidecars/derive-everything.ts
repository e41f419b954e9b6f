import type { Language } from '../../contract/vocabulary.ts'
import { pageBreak } from '../cataloguing/pages.ts'
import type { WriteDb } from '../database/connection.ts'
import { inTransaction, statement } from '../database/statement.ts'
import { signText } from '../editions/signature.rules.ts'
import { insertSignature } from '../importing/intake.store.ts'
import { analyseText } from '../language/analyse.ts'
import { type IndexedWords, indexedWords } from '../language/indexed-words.ts'
import { writeWords } from '../word-index/word-buffer.ts'

interface Row {
  readonly number: number
  readonly title: string
  readonly language: Language
  readonly removed: number
}

const sourcesOfFiles = 'INSERT OR REPLACE INTO source (path, file) SELECT source, number FROM file ORDER BY number'
/** The same file lay at other places, too. */
const sourcesOfLedger = `INSERT OR REPLACE INTO source (path, file)
  SELECT import_file.path, file.number FROM import_file JOIN file ON file.document = import_file.document
  WHERE import_file.state IN ('catalogued', 'duplicate', 'unchanged') AND import_file.member IS NULL
  ORDER BY import_file.import, import_file.ordinal`

/** So many documents are analysed together: a word of the index is written once for all of them. */
const inBatch = 500

function deriveSome(db: WriteDb, rows: readonly Row[]): void {
  const pagesOf = statement<[number], string>(db, 'SELECT text FROM page WHERE document = ? ORDER BY number').pluck()
  const words = new Map<number, IndexedWords>()
  for (const { number, title, language, removed } of rows) {
    const analysed = analyseText(pagesOf.all(number).join(pageBreak), language)
    insertSignature(db, number, signText(analysed))
    if (removed === 0) words.set(number, indexedWords(title, language, analysed))
  }
  writeWords(db, words)
}

/**
 * Makes what a catalogue derives from its other tables, in one that has none of it: words of the index, signatures, where files were
 * last seen. What texts mention and cite stays as it was kept. Throws the signal's reason when it is aborted.
 */
export async function deriveEverything(db: WriteDb, signal: AbortSignal): Promise<void> {
  db.exec(sourcesOfFiles)
  db.exec(sourcesOfLedger)
  for (let after = 0; ;) {
    signal.throwIfAborted()
    const rows = statement<[number, number], Row>(
      db,
      'SELECT number, title, language, removed FROM document WHERE number > ? ORDER BY number LIMIT ?',
    ).all(after, inBatch)
    if (rows.length === 0) break
    inTransaction(db, () => deriveSome(db, rows))
    after = rows.at(-1)?.number ?? after
    await new Promise((resolve) => setImmediate(resolve))
  }
}
