import { existsSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { ArchiveError } from '../../contract/errors.ts'
import type { WatchedFolder, WatchedFolderId, WatchedFolderValues } from '../../contract/schemas.ts'
import { commitAct } from '../act.ts'
import type { ReadHandlers, WriteContext, WriteHandlers } from '../context.ts'
import { makeUlid } from '../ids.ts'
import { findWatchedFolder, listWatchedFolders, watchedValues } from './watched-folders.store.ts'

const withPresence = (folder: Omit<WatchedFolder, 'exists'>): WatchedFolder => ({
  ...folder,
  exists: existsSync(folder.path),
})

/** The real path of a folder that can be watched. Throws `path-not-found`, and `invalid-input` for the archive's own folder. */
function checkedFolder(context: WriteContext, where: string): string {
  const resolved = path.resolve(where)
  if (!existsSync(resolved) || !statSync(resolved).isDirectory())
    throw new ArchiveError('path-not-found', `There is no folder at ${resolved}.`, { path: resolved })
  const real = realpathSync(resolved)
  const archive = realpathSync(context.folder.root)
  if (real === archive || real.startsWith(archive + path.sep))
    throw new ArchiveError('invalid-input', 'An archive cannot watch its own folder.', { path: real })
  return real
}

function commit(
  context: WriteContext,
  act: 'watches.add' | 'watches.change' | 'watches.remove',
  id: WatchedFolderId,
  before: WatchedFolderValues | undefined,
  after: WatchedFolderValues | undefined,
): WatchedFolder | undefined {
  const facts = { path: (after ?? before)?.path ?? '' }
  commitAct(context, { name: act, facts, changes: [{ type: 'watch.set', watch: id, before, after }] })
  const found = findWatchedFolder(context.db, id)
  return found === undefined ? undefined : withPresence(found)
}

function getWatchedFolder(context: WriteContext, id: string): Omit<WatchedFolder, 'exists'> {
  const found = findWatchedFolder(context.db, id)
  if (found === undefined) throw new ArchiveError('watch-not-found', `No watched folder has the id ${id}.`, { id })
  return found
}

export const watchReadHandlers: ReadHandlers<'watches.list'> = {
  'watches.list': ({ db }) => ({ watches: listWatchedFolders(db).map(withPresence) }),
}

export const watchWriteHandlers: WriteHandlers<'watches.add' | 'watches.change' | 'watches.remove'> = {
  'watches.add': (context, { path: where, tags, afterwards }) => {
    const real = checkedFolder(context, where)
    const known = listWatchedFolders(context.db).find((each) => each.path === real)
    const id = known?.id ?? (makeUlid(context.ports.now()) as WatchedFolderId)
    const before = known === undefined ? undefined : watchedValues(known)
    const added = commit(context, 'watches.add', id, before, { path: real, tags, afterwards, active: true })
    if (added === undefined) throw new ArchiveError('internal', 'The watched folder was not kept.')
    return added
  },
  'watches.change': (context, { id, changes }) => {
    const before = watchedValues(getWatchedFolder(context, id))
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
    const changed = commit(context, 'watches.change', id, before, { ...before, ...given })
    if (changed === undefined) throw new ArchiveError('internal', 'The watched folder was not kept.')
    return changed
  },
  'watches.remove': (context, { id }) => {
    commit(context, 'watches.remove', id, watchedValues(getWatchedFolder(context, id)), undefined)
    return {}
  },
}
