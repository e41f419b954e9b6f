import type { ImportFile } from '../../contract/schemas.ts'
import type { ReadDb } from '../database/connection.ts'
import { findDocument } from '../documents/documents.store.ts'
import { endOf, memberPath } from '../importing/commit-batch.ts'
import { findByContent } from '../importing/intake.store.ts'
import type { BagSource } from '../preservation/bag-source.ts'
import { verifyBag } from '../preservation/verify-bag.ts'
import { readRecords, unreadable } from './read-records.ts'
import type { DocumentLine } from './record-lines.ts'

const refused = (path: string, reason: 'damaged' | 'withheld', detail: string): ImportFile => ({
  ...{ path, state: endOf(reason, detail).state, reason, detail },
})

function judgeDocument(line: DocumentLine, path: string, db: ReadDb | undefined): ImportFile {
  const known = db === undefined ? undefined : findDocument(db, line.id)
  if (known?.removed === 0) return { path, state: 'unchanged' }
  const { sha256 } = line.file
  if (known === undefined && (sha256 === '' || line.original === undefined))
    return refused(path, 'withheld', 'The package holds no original of it.')
  const hasTwin = db !== undefined && findByContent(db, sha256) !== undefined
  return { path, state: hasTwin ? 'duplicate' : 'catalogued' }
}

/** What restoring a package would do with each of its documents. `db` is the archive's, where there is one. Changes nothing. */
export async function* judgePackage(
  source: BagSource,
  where: string,
  db: ReadDb | undefined,
  signal: AbortSignal,
): AsyncGenerator<ImportFile> {
  const [problem] = (await verifyBag(source, signal)).problems
  const fault = problem === undefined ? await unreadable(source) : `${problem.subject}: ${problem.message}`
  if (fault !== undefined) {
    yield refused(where, 'damaged', `The package is not sound, so nothing of it is taken in. ${fault}`)
    return
  }
  for await (const read of readRecords(source))
    if (!read.ok) yield refused(memberPath(where, `line ${read.number}`), 'damaged', read.detail)
    else if (read.line.type === 'stub')
      yield refused(
        memberPath(where, read.line.id),
        'withheld',
        `The document is restricted: ${read.line.access.reason}`,
      )
    else if (read.line.type === 'document')
      yield judgeDocument(read.line, memberPath(where, read.line.original ?? read.line.text), db)
}
