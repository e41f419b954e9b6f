import type { ImportId } from '../../contract/schemas.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'
import { makeUlid } from '../ids.ts'
import { getImport, getImportNumber, listImportFiles, listImports } from './imports.store.ts'
import { requirePaths } from './walk.ts'

export const importReadHandlers: ReadHandlers<'imports.list' | 'imports.get' | 'imports.files'> = {
  'imports.list': ({ db }, { limit }) => ({ imports: listImports(db, limit) }),
  'imports.get': ({ db }, { id }) => getImport(db, id),
  'imports.files': ({ db }, { id, state, offset, limit }) =>
    listImportFiles(db, getImportNumber(db, id), { state, offset, limit }),
}

export const importWriteHandlers: WriteHandlers<'imports.start' | 'imports.cancel'> = {
  'imports.start': async (context, { paths, tags }) => {
    await requirePaths(paths)
    return context.imports.start(context, { id: makeUlid(context.ports.now()) as ImportId, paths, tags })
  },
  'imports.cancel': async (context, { id }) => {
    context.imports.find(id)?.cancel()
    await context.imports.ended(id)
    return getImport(context.db, id)
  },
}
