import { summarise } from '../archive-summary.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'
import { inTransaction } from '../database/statement.ts'
import { queueEverything } from '../search/text-index.ts'
import { backUpCatalogue } from './backup.ts'
import { verifyArchive } from './verify-archive.ts'

export const archiveReadHandlers: ReadHandlers<'archive.summary' | 'archive.verify'> = {
  'archive.summary': (context) => summarise(context),
  'archive.verify': ({ db, folder }, _input, { signal }) => verifyArchive(db, folder, signal),
}

export const archiveWriteHandlers: WriteHandlers<'archive.backup' | 'archive.reindex'> = {
  'archive.backup': ({ db, folder, ports }) => backUpCatalogue(db, folder.backups, new Date(ports.now())),
  'archive.reindex': (context) => {
    const documents = inTransaction(context.db, () => queueEverything(context.db))
    context.emit({ type: 'archive.changed', subjects: ['archive', 'documents'] })
    return { documents }
  },
}
