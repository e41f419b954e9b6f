import type { ImportId } from '../../contract/schemas.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'
import { makeUlid } from '../ids.ts'
import { getImport, getImportNumber, getUnfinished, listImports, markWalked } from './imports.store.ts'
import { copyForRetry, listImportFiles } from './ledger.store.ts'
import { beginImport, ImportRun } from './run-import.ts'
import { ledgerCsv } from './ledger-csv.ts'
import { requirePaths } from './walk.ts'

export const importReadHandlers: ReadHandlers<'imports.list' | 'imports.get' | 'imports.files' | 'imports.ledger'> = {
  'imports.list': ({ db }, { limit }) => ({ imports: listImports(db, limit) }),
  'imports.get': ({ db }, { id }) => getImport(db, id),
  'imports.files': ({ db }, { id, states, offset, limit }) =>
    listImportFiles(db, getImportNumber(db, id), { states, offset, limit }),
  'imports.ledger': ({ db }, { id, offset, limit }) => {
    const { total, files } = listImportFiles(db, getImportNumber(db, id), { states: undefined, offset, limit })
    return { total, csv: ledgerCsv(files, offset === 0) }
  },
}

type ImportWrites = 'imports.start' | 'imports.retry' | 'imports.resume' | 'imports.cancel'

export const importWriteHandlers: WriteHandlers<ImportWrites> = {
  'imports.start': async (context, { paths, tags, afterwards = 'keep' }) => {
    await requirePaths(paths)
    const id = makeUlid(context.ports.now()) as ImportId
    return context.imports.start(context, beginImport(context, { id, paths, tags, afterwards }))
  },
  'imports.retry': (context, { id, reasons, password }) => {
    const { number, progress, tags, afterwards } = getUnfinished(context.db, id)
    const again = { id: makeUlid(context.ports.now()) as ImportId, paths: progress.sources, tags, afterwards }
    const begun = beginImport(context, again, (importNumber) => {
      copyForRetry(context.db, number, importNumber, reasons)
      markWalked(context.db, importNumber)
    })
    return context.imports.start(context, begun, password)
  },
  'imports.resume': (context) => {
    context.imports.resume(context)
    return {}
  },
  'imports.cancel': async (context, { id }) => {
    const { state } = getImport(context.db, id)
    // One that a fault had stopped is brought to its end, so that it is not taken up again.
    const isIdle = context.imports.find(id) === undefined && state !== 'done' && state !== 'cancelled'
    if (isIdle) new ImportRun(context, getUnfinished(context.db, id)).giveUp()
    else await context.imports.cancel(id)
    return getImport(context.db, id)
  },
}
