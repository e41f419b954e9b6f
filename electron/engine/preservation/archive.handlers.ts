import { summarise } from '../archive-summary.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'
import { inTransaction } from '../database/statement.ts'
import { queueEverything } from '../search/text-index.ts'
import { backUpCatalogue } from './backup.ts'
import { fixityCsv } from './fixity-csv.ts'
import { checkEveryDays, dueBefore } from './fixity-rounds.ts'
import { type FixityCheck, countOriginals, fixityState, reportOriginals } from './fixity.store.ts'
import type { UnsoundRecords } from './record-checks.ts'
import { removedDocuments } from './removed-documents.ts'
import { verifyArchive } from './verify-archive.ts'

type ReadCalls = 'archive.summary' | 'archive.verify' | 'archive.fixity' | 'archive.fixityReport' | 'documents.removed'

export const archiveReadHandlers: ReadHandlers<ReadCalls> = {
  'archive.summary': (context) => summarise(context),
  'archive.verify': async ({ db, folder, keepChecks }, _input, { signal }) => {
    const checks: FixityCheck[] = []
    let unsound: UnsoundRecords = { documents: [], ofArchive: false }
    const report = await verifyArchive(db, folder, signal, {
      onCheck: (check) => void checks.push(check),
      onRecords: (found) => (unsound = found),
    })
    keepChecks?.(checks, unsound)
    return report
  },
  'archive.fixity': ({ db }) => fixityState(db, checkEveryDays, dueBefore(Date.now())),
  'archive.fixityReport': ({ db }, { offset, limit }) => ({
    total: countOriginals(db),
    csv: fixityCsv(reportOriginals(db, offset, limit), offset === 0),
  }),
  'documents.removed': ({ db }, { offset, limit }) => removedDocuments(db, offset, limit),
}

export const archiveWriteHandlers: WriteHandlers<'archive.backup' | 'archive.reindex'> = {
  'archive.backup': ({ db, folder, ports }) => backUpCatalogue(db, folder.backups, new Date(ports.now())),
  'archive.reindex': (context) => {
    const documents = inTransaction(context.db, () => queueEverything(context.db))
    context.emit({ type: 'archive.changed', subjects: ['archive', 'documents'] })
    return { documents }
  },
}
