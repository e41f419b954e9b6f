import type { Stats } from 'node:fs'
import path from 'node:path'
import { type FSWatcher, watch } from 'chokidar'
import type { ImportId, WatchedFolder } from '../../contract/schemas.ts'
import type { WriteContext } from '../context.ts'
import { makeUlid } from '../ids.ts'
import { beginImport } from '../importing/run-import.ts'
import { isKnownFile, listWatchedFolders } from './watched-folders.store.ts'

/** A file is complete when its size has not changed for so long: it may be a slow copy over a network. */
const restMs = 2_000
/** Files that come within so long of one another are one import. */
const gatherMs = 1_500
const mostAtOnce = 50_000

interface Watched {
  readonly folder: Omit<WatchedFolder, 'exists'>
  readonly watcher: FSWatcher
  readonly arrived: Set<string>
  clock: NodeJS.Timeout | undefined
}

/**
 * Imports what appears, or changes, in the watched folders of an open archive. What lay there before is imported when the watch
 * begins, unless it is known by place, size and time. A folder that is not there is waited for.
 */
export class FolderWatcher {
  readonly #context: WriteContext
  readonly #restMs: number
  readonly #watched = new Map<string, Watched>()
  #isStopped = false

  constructor(context: WriteContext, rest = restMs) {
    this.#context = context
    this.#restMs = rest
  }

  /** Begins and ends watches so that they are those of the catalogue. */
  async follow(): Promise<void> {
    if (this.#isStopped) return
    const wanted = new Map(listWatchedFolders(this.#context.db).map((folder) => [folder.id as string, folder]))
    for (const [id, { folder }] of this.#watched) {
      const now = wanted.get(id)
      if (now?.active !== true || JSON.stringify(now) !== JSON.stringify(folder)) await this.#end(id)
    }
    for (const [id, folder] of wanted) if (folder.active && !this.#watched.has(id)) this.#begin(folder)
  }

  #begin(folder: Omit<WatchedFolder, 'exists'>): void {
    const archive = this.#context.folder.root
    const watcher = watch(folder.path, {
      awaitWriteFinish: { stabilityThreshold: this.#restMs, pollInterval: Math.min(200, this.#restMs) },
      followSymlinks: false,
      ignorePermissionErrors: true,
      alwaysStat: true,
      ignored: (where) => where === archive || where.startsWith(archive + path.sep),
    })
    const watched: Watched = { folder, watcher, arrived: new Set(), clock: undefined }
    this.#watched.set(folder.id, watched)
    const arrive = (where: string, stats?: Stats): void => this.#arrive(watched, where, stats)
    watcher.on('add', arrive).on('change', arrive)
    // A folder that cannot be watched at the moment is tried again when the archive is opened the next time.
    watcher.on('error', () => undefined)
  }

  #arrive(watched: Watched, where: string, stats: Stats | undefined): void {
    const isKnown =
      stats !== undefined && isKnownFile(this.#context.db, where, stats.size, Math.max(0, Math.round(stats.mtimeMs)))
    if (this.#isStopped || isKnown) return
    watched.arrived.add(where)
    clearTimeout(watched.clock)
    watched.clock = setTimeout(() => this.#import(watched), Math.min(gatherMs, this.#restMs))
  }

  #import(watched: Watched): void {
    if (this.#isStopped || watched.arrived.size === 0) return
    const paths = [...watched.arrived].sort().slice(0, mostAtOnce)
    for (const each of paths) watched.arrived.delete(each)
    const { tags, afterwards } = watched.folder
    const id = makeUlid(this.#context.ports.now()) as ImportId
    this.#context.imports.start(this.#context, beginImport(this.#context, { id, paths, tags, afterwards }))
    if (watched.arrived.size > 0) watched.clock = setTimeout(() => this.#import(watched), this.#restMs)
  }

  async #end(id: string): Promise<void> {
    const watched = this.#watched.get(id)
    this.#watched.delete(id)
    clearTimeout(watched?.clock)
    await watched?.watcher.close()
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    for (const id of [...this.#watched.keys()]) await this.#end(id)
  }
}
