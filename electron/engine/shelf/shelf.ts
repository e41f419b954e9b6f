import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { CallOutput, CheckedInput, ShelfCallName, ArchiveCallName } from '../../contract/calls.ts'
import { calls } from '../../contract/calls.ts'
import type { Reply } from '../../contract/envelope.ts'
import { ArchiveError, fromWire, toWire } from '../../contract/errors.ts'
import type { EventListener } from '../../contract/events.ts'
import type { ArchiveSummary } from '../../contract/schemas.ts'
import { type Audience, checkCall } from '../check-call.ts'
import { safeFileName } from '../exporting/package-names.ts'
import { type OpenArchive, openArchive } from '../open-archive.ts'
import type { EnginePorts } from '../ports.ts'
import { Library } from './library.ts'
import { meansOfRepair, rebuild, restoreCopy, titleOf } from './repair.ts'
import { importUnclaimed } from '../sidecars/import-unclaimed.ts'
import { fillSampleArchive } from './sample-archive.ts'

export interface ShelfOptions {
  readonly ports: EnginePorts
  /** Where new archives are made. */
  readonly archivesFolder: string
  /** Where the program remembers archives and preferences. */
  readonly libraryFile: string
  /** The documents of the sample archive; absent where they are not shipped. */
  readonly sampleFolder?: string
}

type ShelfHandlers = {
  readonly [N in ShelfCallName]: (input: CheckedInput<N>) => CallOutput<N> | Promise<CallOutput<N>>
}

/** Holds the one archive that is open, and opens others: the engine as the desktop and the web host see it. */
export class Shelf {
  readonly #options: ShelfOptions
  readonly #library: Library
  readonly #listeners = new Set<EventListener>()
  readonly #handlers: ShelfHandlers
  #open: OpenArchive | undefined
  #unsubscribe: (() => void) | undefined
  /** Opening and closing happen one after another, however fast they are asked for. */
  #turn: Promise<unknown> = Promise.resolve()

  constructor(options: ShelfOptions) {
    this.#options = options
    this.#library = new Library(options.libraryFile)
    this.#handlers = {
      'archives.list': () => this.#list(),
      'archives.create': ({ title }) => this.#inTurn(() => this.#create(title)),
      'archives.open': ({ key }) => this.#inTurn(() => this.#openKnown(key)),
      'archives.openSample': () => this.#inTurn(() => this.#openSample()),
      'archives.openPath': ({ path: where, create }) => this.#inTurn(() => this.openPath(where, create)),
      'archives.close': () => this.#inTurn(() => this.#close()).then(() => ({})),
      'archives.copies': ({ key }) => meansOfRepair(this.#pathOf(key)),
      'archives.restore': ({ key, copy }) => this.#inTurn(() => this.#restore(this.#pathOf(key), copy)),
      'archives.rebuild': ({ key }) => this.#inTurn(() => this.#rebuild(this.#pathOf(key))),
      'preferences.get': () => this.#library.preferences,
      'preferences.set': (changes) => this.#library.setPreferences(definedOnly(changes)),
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work)
    this.#turn = result.catch(() => undefined)
    return result
  }

  /** Carries out a call for a page or a host. Never rejects: failures are in the reply. */
  async reply(name: string, input: unknown, audience: Audience, signal: AbortSignal): Promise<Reply> {
    try {
      const checked = checkCall(name, input, audience)
      const value =
        calls[checked.name].scope === 'shelf'
          ? await this.#answer(checked.name as ShelfCallName, checked.input)
          : await this.#ask(checked.name as ArchiveCallName, checked.input, signal)
      return { ok: true, value }
    } catch (error) {
      return { ok: false, error: toWire(error) }
    }
  }

  #answer(name: ShelfCallName, input: unknown): unknown {
    return (this.#handlers[name] as (input: unknown) => unknown)(input)
  }

  #ask(name: ArchiveCallName, input: unknown, signal: AbortSignal): Promise<unknown> {
    if (this.#open === undefined) throw new ArchiveError('archive-not-open', 'No archive is open.')
    return this.#open.answer(name, input, signal)
  }

  subscribe(listener: EventListener): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  async #list(): Promise<CallOutput<'archives.list'>> {
    const open = await this.#open?.call('archive.summary', {})
    return {
      ...(open === undefined ? {} : { open }),
      known: this.#library.known(),
      folder: this.#options.archivesFolder,
    }
  }

  /** Opens the archive at a path in place of the one that is open; makes it first when asked to. */
  async openPath(where: string, create: boolean): Promise<ArchiveSummary> {
    const root = path.resolve(where)
    if (this.#open?.folder.root === root) return this.#open.call('archive.summary', {})
    const options = { path: root, ports: this.#options.ports }
    // The new one is opened before the old one is let go: a failure leaves everything as it was.
    try {
      return await this.#adopt(openArchive(create ? { ...options, create: { title: path.basename(root) } } : options))
    } catch (error) {
      this.#rememberDamaged(root, error)
      throw error
    }
  }

  /** An archive that is damaged is listed, so that it can be mended from there. */
  #rememberDamaged(root: string, error: unknown): void {
    if (!(error instanceof ArchiveError) || error.code !== 'archive-damaged' || this.#library.has(root)) return
    const title = titleOf(root)
    if (title === undefined) return
    this.#library.remember(root, title, this.#options.ports.now())
    this.#listeners.forEach((listener) => listener({ type: 'archives.changed' }))
  }

  async #adopt(opened: OpenArchive): Promise<ArchiveSummary> {
    // One that cannot even be counted is damaged further in: it is not let into the place of a sound one.
    const summary = await opened.call('archive.summary', {}).catch(async (error: unknown) => {
      await opened.close().catch(() => undefined)
      throw error instanceof ArchiveError ? error : fromWire(toWire(error))
    })
    await this.#close()
    this.#open = opened
    this.#unsubscribe = opened.subscribe((event) => this.#listeners.forEach((listener) => listener(event)))
    this.#library.remember(opened.folder.root, summary.title, this.#options.ports.now())
    this.#listeners.forEach((listener) => listener({ type: 'archives.changed' }))
    return summary
  }

  async #create(title: string): Promise<ArchiveSummary> {
    await mkdir(this.#options.archivesFolder, { recursive: true })
    const root = this.#freeFolder(title)
    return this.#adopt(openArchive({ path: root, ports: this.#options.ports, create: { title } }))
  }

  #freeFolder(title: string): string {
    const base = path.join(this.#options.archivesFolder, safeFileName(title))
    for (let count = 1; ; count++) {
      const candidate = count === 1 ? base : `${base} ${count}`
      if (!existsSync(candidate)) return candidate
    }
  }

  /** Throws `archive-not-found` for an archive that is not known here. */
  #pathOf(key: string): string {
    const where = this.#library.findPath(key)
    if (where === undefined) throw new ArchiveError('archive-not-found', 'This archive is not known here.')
    return where
  }

  #openKnown(key: string): Promise<ArchiveSummary> {
    return this.openPath(this.#pathOf(key), false)
  }

  /** Lets an archive go while its catalogue is exchanged. It is opened again also where that failed and it was open before. */
  async #exchange<T>(root: string, work: () => Promise<T>): Promise<{ done: T; summary: ArchiveSummary }> {
    const wasOpen = this.#open?.folder.root === root
    if (wasOpen) await this.#close()
    const done = await work().catch(async (error: unknown) => {
      if (wasOpen) await this.openPath(root, false).catch(() => undefined)
      throw error
    })
    return { done, summary: await this.openPath(root, false) }
  }

  async #restore(root: string, copy: string): Promise<ArchiveSummary> {
    const at = new Date(this.#options.ports.now())
    return (await this.#exchange(root, () => restoreCopy(root, copy, at))).summary
  }

  async #rebuild(root: string): Promise<CallOutput<'archives.rebuild'>> {
    const at = new Date(this.#options.ports.now())
    const { done, summary } = await this.#exchange(root, () => rebuild(root, at))
    const { unread, unclaimed } = done
    // They are read behind everything else; a shelf that is closed meanwhile leaves the rest to another rebuild.
    if (this.#open !== undefined) importUnclaimed(this.#open, done).catch(() => undefined)
    return { summary, unread: unread.length, importing: unclaimed.length }
  }

  async #openSample(): Promise<ArchiveSummary> {
    const { sampleFolder, archivesFolder, ports } = this.#options
    if (sampleFolder === undefined || !existsSync(sampleFolder))
      throw new ArchiveError('path-not-found', 'The sample documents are not here.')
    await mkdir(archivesFolder, { recursive: true })
    const root = path.join(archivesFolder, 'Chancery sample archive')
    if (this.#open?.folder.root === root) return this.#open.call('archive.summary', {})
    const opened = openArchive({ path: root, ports, create: { title: 'Chancery sample archive', sample: true } })
    await fillSampleArchive(opened, sampleFolder)
    return this.#adopt(opened)
  }

  async #close(): Promise<void> {
    this.#unsubscribe?.()
    const open = this.#open
    this.#open = undefined
    await open?.close()
    if (open !== undefined) this.#listeners.forEach((listener) => listener({ type: 'archives.changed' }))
  }

  /** Closes what is open. */
  close(): Promise<void> {
    return this.#inTurn(() => this.#close())
  }
}

function definedOnly<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
