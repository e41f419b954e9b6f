import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import type { WatchedFolder } from '../contract/schemas.ts'
import type { OpenArchive } from '../engine/open-archive.ts'
import { printJson, printNote } from './terminal.ts'

export interface WatchOptions {
  readonly tag: readonly string[]
  readonly move?: boolean
  readonly stop?: boolean
  readonly json?: boolean
}

const line = ({ path: where, active, exists, tags, afterwards }: WatchedFolder): string =>
  [
    where,
    ...(active ? [] : ['paused']),
    ...(exists ? [] : ['not there']),
    ...(afterwards === 'remove' ? ['sources are removed'] : []),
    ...tags,
  ].join('\t')

async function stopWatching(archive: OpenArchive, folder: string): Promise<void> {
  const { watches } = await archive.call('watches.list', {})
  const real = existsSync(folder) ? realpathSync(folder) : folder
  for (const { id, path: where } of watches) if (where === real) await archive.call('watches.remove', { id })
}

/** `chancery watch`: names a folder to be watched by the desktop program and by `chancery serve`, or lists those that are. */
export async function runWatch(archive: OpenArchive, folder: string | undefined, options: WatchOptions): Promise<void> {
  const where = folder === undefined ? undefined : path.resolve(folder)
  if (where !== undefined && options.stop === true) await stopWatching(archive, where)
  else if (where !== undefined)
    await archive.call('watches.add', {
      path: where,
      tags: [...options.tag],
      afterwards: options.move === true ? 'remove' : 'keep',
    })
  const { watches } = await archive.call('watches.list', {})
  if (options.json === true) printJson({ watches })
  else for (const each of watches) printNote(line(each))
}
