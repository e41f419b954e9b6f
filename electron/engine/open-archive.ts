import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { ArchiveCallName, CallInput, CallOutput } from '../contract/calls.ts'
import { ArchiveError } from '../contract/errors.ts'
import type { EngineEvent, EventListener } from '../contract/events.ts'
import { type ArchiveFolder, createArchiveFolder, findArchiveFolder, isArchive, writeReadme } from './archive-folder.ts'
import { startBackgroundWork } from './background-work.ts'
import { checkCall } from './check-call.ts'
import type { ReadContext, WriteContext } from './context.ts'
import { type WriteDb, openForWriting } from './database/connection.ts'
import { isWritable, openToRead } from './database/readable-catalogue.ts'
import { type WriterLock, takeWriterLock } from './database/lock.ts'
import { catalogueVersion, currentVersion, migrate } from './database/migrate.ts'
import { answerRead, answerWrite } from './dispatch.ts'
import { isRead } from './handlers.ts'
import { makeUlid } from './ids.ts'
import { awaitedIncoming } from './importing/ledger.store.ts'
import { RunningImports } from './importing/running-imports.ts'
import { RunningOcr } from './ocr/running-ocr.ts'
import type { EnginePorts } from './ports.ts'
import { WordBuffer } from './word-index/word-buffer.ts'
import { recordChecks } from './preservation/record-checks.ts'
import { ArchiveSeal } from './preservation/seal.ts'
import { SearchMemory } from './search/search-memory.ts'

export interface OpenOptions {
  readonly path: string
  readonly ports: EnginePorts
  /** Makes the archive, with this title, when there is none. */
  readonly create?: { readonly title: string; readonly sample?: boolean }
  /** Takes no lock and changes nothing; calls that write are refused with `archive-read-only`. */
  readonly readOnly?: boolean
}

/** An open archive: the only door to it. */
export interface OpenArchive {
  readonly folder: ArchiveFolder
  readonly readOnly: boolean
  /** Makes a call as a host. Rejects with an `ArchiveError` for every expected failure. */
  call<N extends ArchiveCallName>(
    name: N,
    input: CallInput<N>,
    options?: { readonly signal?: AbortSignal },
  ): Promise<CallOutput<N>>
  /** Carries out a call that was checked already. */
  answer(name: ArchiveCallName, input: unknown, signal: AbortSignal): Promise<unknown>
  subscribe(listener: EventListener): () => void
  /** Ends what runs, commits it, and lets the archive go. */
  close(): Promise<void>
}

/** Calls that read for minutes: they stay out of the threads that answer questions. */
const longReads: ReadonlySet<ArchiveCallName> = new Set<ArchiveCallName>([
  'archive.verify',
  'exports.run',
  // It must be asked where the export is.
  'exports.cancel',
])

/** Removes half-made copies and a half-made catalogue; copies that an unfinished import counts on stay. */
function clearUnfinished(folder: ArchiveFolder, db: WriteDb): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${folder.catalogue}.partial${end}`, { force: true })
  // Programs that copy folders leave empty ones out.
  mkdirSync(folder.incoming, { recursive: true })
  const awaited = awaitedIncoming(db)
  for (const name of readdirSync(folder.incoming))
    if (!awaited.has(name)) rmSync(path.join(folder.incoming, name), { force: true })
}

function refuseNewer(db: { pragma(text: string, options: { simple: true }): unknown }): void {
  const version = db.pragma('user_version', { simple: true }) as number
  if (version > currentVersion)
    throw new ArchiveError('archive-too-new', `The archive has version ${version}.`, { version })
}

/** Work that is done at once, where a promise is wanted. */
function settled(work: () => unknown): Promise<void> {
  work()
  return Promise.resolve()
}

/** Throws `archive-damaged` where a folder has files of an archive: then its catalogue must not be a new one. */
function refuseNewCatalogue({ catalogue, originals, backups }: ArchiveFolder): void {
  const hasFiles = [originals, backups].some((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).some((entry) => entry.isFile()),
  )
  if (hasFiles)
    throw new ArchiveError('archive-damaged', 'The catalogue is missing. Make it again: chancery rebuild.', {
      path: catalogue,
    })
}

class EngineOfArchive implements OpenArchive {
  readonly folder: ArchiveFolder
  readonly readOnly: boolean
  readonly #context: ReadContext | WriteContext
  readonly #listeners = new Set<EventListener>()
  readonly #threads: ReturnType<NonNullable<EnginePorts['openReadingThreads']>> | undefined
  readonly #release: (() => Promise<void>)[] = []

  constructor(folder: ArchiveFolder, ports: EnginePorts, readOnly: boolean) {
    this.folder = folder
    this.readOnly = readOnly
    const emit = (event: EngineEvent): void => {
      for (const listener of this.#listeners) listener(event)
    }
    this.#context = readOnly ? this.#openReader(folder, ports, emit) : this.#openWriter(folder, ports, emit)
    // Where only a private copy of the catalogue can be read, one thread reads it.
    this.#threads = isWritable(folder.root) ? ports.openReadingThreads?.(folder.root) : undefined
  }

  #openReader(folder: ArchiveFolder, ports: EnginePorts, emit: EventListener): ReadContext {
    const { db, path: catalogue, close } = openToRead(folder)
    this.#release.push(() => settled(close))
    refuseNewer(db)
    const { openReadingCopyMaker } = ports
    return {
      db,
      folder: { ...folder, catalogue },
      readOnly: true,
      memory: new SearchMemory(db),
      emit,
      exports: new Map(),
      openReadingCopyMaker,
    }
  }

  #openWriter(folder: ArchiveFolder, ports: EnginePorts, emit: EventListener): WriteContext {
    const lock: WriterLock = takeWriterLock(folder.lock)
    const seal = new ArchiveSeal(folder)
    let db: WriteDb | undefined
    try {
      if ((statSync(folder.catalogue, { throwIfNoEntry: false })?.size ?? 0) === 0) refuseNewCatalogue(folder)
      seal.break()
      db = openForWriting(folder.catalogue)
      // SQLite takes a file of a few bytes for an empty database.
      if (catalogueVersion(db) === 0) refuseNewCatalogue(folder)
      const isOld = catalogueVersion(db) < currentVersion
      migrate(db, folder.backups)
      if (isOld) writeReadme(folder)
      clearUnfinished(folder, db)
    } catch (error) {
      db?.close()
      lock.release()
      throw error
    }
    const writer = db
    const context: WriteContext = {
      db: writer,
      folder,
      readOnly: false,
      memory: new SearchMemory(writer),
      ports,
      openReadingCopyMaker: ports.openReadingCopyMaker,
      keepChecks: (checks, toWrite) => recordChecks(context, checks, toWrite),
      exports: new Map<string, AbortController>(),
      imports: new RunningImports(),
      ocr: new RunningOcr(ports.readPictures === true),
      words: new WordBuffer(),
      emit,
    }
    const background = startBackgroundWork(context, (listener) => this.subscribe(listener))
    this.#release.push(
      ...background,
      () => settled(() => writer.close()),
      // A full disk must not keep the archive from being let go; it is only not sealed.
      () => seal.make(new Date(ports.now())).catch(() => undefined),
      () => settled(() => lock.release()),
    )
    return context
  }

  async call<N extends ArchiveCallName>(
    name: N,
    input: CallInput<N>,
    options: { signal?: AbortSignal } = {},
  ): Promise<CallOutput<N>> {
    const checked = checkCall(name, input, 'host')
    return (await this.answer(name, checked.input, options.signal ?? new AbortController().signal)) as CallOutput<N>
  }

  async answer(name: ArchiveCallName, input: unknown, signal: AbortSignal): Promise<unknown> {
    signal.throwIfAborted()
    if (isRead(name)) {
      if (this.#threads !== undefined && !longReads.has(name)) return this.#threads.call(name, input)
      return answerRead(this.#context, name, input, signal)
    }
    if (!('ports' in this.#context))
      throw new ArchiveError('archive-read-only', 'The archive is open for reading only.')
    return answerWrite(this.#context, name, input, signal)
  }

  subscribe(listener: EventListener): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  async close(): Promise<void> {
    await this.#threads?.close()
    for (const release of this.#release.splice(0)) await release()
  }
}

/**
 * Opens an archive, or makes it. Throws `archive-not-found`, `archive-in-use`, `archive-too-new`, `archive-damaged` or
 * `folder-not-empty`. Half-made copies are cleared away; words that wait for the index are indexed
 * in the background; imports that were interrupted go on where `ports` says so.
 */
export function openArchive(options: OpenOptions): OpenArchive {
  const root = path.resolve(options.path)
  const { ports, create } = options
  const isNew = create !== undefined && !isArchive(root)
  const folder = isNew ? createArchiveFolder(root, { id: makeUlid(ports.now()), ...create }) : findArchiveFolder(root)
  // From a DVD, or a share that is for reading only, it is read.
  return new EngineOfArchive(folder, ports, options.readOnly === true || !isWritable(root))
}
