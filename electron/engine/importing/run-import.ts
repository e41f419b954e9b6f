import { statSync } from 'node:fs'
import path from 'node:path'
import { ArchiveError, toWire } from '../../contract/errors.ts'
import type { EventId, ImportId, ImportProgress } from '../../contract/schemas.ts'
import type { WriteContext } from '../context.ts'
import { inTransaction } from '../database/statement.ts'
import { makeUlid } from '../ids.ts'
import type { Change } from '../preservation/changes.rules.ts'
import { findPackages, openPackage } from '../exchange/find-package.ts'
import { PackageRestore } from '../exchange/restore-package.ts'
import { documentsOfImport } from '../documents/documents.store.ts'
import { appendEvent } from '../preservation/history.store.ts'
import { runRules } from '../standing-rules/run-rules.ts'
import { allRules } from '../standing-rules/standing-rules.store.ts'
import { findTag, insertTag } from '../tags/tags.store.ts'
import { type StoredRow, endOf } from './commit-batch.ts'
import { ContainerStage } from './container-stage.ts'
import { createDirectStorer } from './direct-storer.ts'
import { ProgressCounter } from './import-progress.ts'
import type { ImportWork } from './import-work.ts'
import { type Afterwards, type UnfinishedImport, getUnfinished, insertImport, updateImport } from './imports.store.ts'
import { countStates, forgetStored, nextRows } from './ledger.store.ts'
import { listFiles } from './list-files.ts'
import { ReadingStage } from './reading-stage.ts'
import { removeSources } from './remove-sources.ts'
import { findByContent } from './intake.store.ts'
import { ContentsUnderWay, takeBack } from './same-content.ts'
import { removeFiles } from './store-files.ts'
import { StoringStage } from './storing-stage.ts'

export interface ImportOrder {
  readonly id: ImportId
  readonly paths: readonly string[]
  readonly tags: readonly string[]
  readonly afterwards: Afterwards
}

const progressEveryMs = 200

/** Writes the row of a new import, and runs `also` in the same transaction with its number. */
export function beginImport(
  context: WriteContext,
  order: ImportOrder,
  also: (importNumber: number) => void = () => undefined,
): UnfinishedImport {
  const { id, paths, tags, afterwards } = order
  inTransaction(context.db, () => {
    for (const tag of tags) if (findTag(context.db, tag) === undefined) insertTag(context.db, tag)
    also(insertImport(context.db, { id, sources: paths, tags, afterwards, startedAt: context.ports.now() }))
  })
  return getUnfinished(context.db, id)
}

/** Why a run stops before its end: `closing` leaves everything as it is, to be gone on with when the archive is opened again. */
type Stop = 'cancelled' | 'closing'

/** One import at work, from wherever its rows say that it is: the walk, the copies, the reading, what containers hold. */
export class ImportRun {
  readonly #context: WriteContext
  readonly #import: UnfinishedImport
  readonly #stop = new AbortController()
  readonly #counter: ProgressCounter
  readonly #work: ImportWork
  readonly #reading: ReadingStage
  readonly #packages = new Set<string>()
  #lastNotice = 0
  #stopped: Stop | undefined
  #found: () => void = () => undefined

  constructor(context: WriteContext, unfinished: UnfinishedImport, password?: string) {
    this.#context = context
    this.#import = unfinished
    const none = { found: 0, imported: 0, duplicates: 0, refused: 0, failed: 0, unchanged: 0, stored: 0 }
    const { id, sources, startedAt, walked } = unfinished.progress
    const known = { id, sources: [...sources], startedAt, walked, filesPerSecond: 0 }
    this.#counter = new ProgressCounter({ ...known, ...none, state: 'running' })
    const states = countStates(context.db, unfinished.number)
    this.#counter.move(
      states,
      Object.values(states).reduce((sum, count) => sum + count, 0),
    )
    this.#work = {
      context,
      storer: context.ports.storer ?? createDirectStorer(),
      importNumber: unfinished.number,
      tags: unfinished.tags,
      password,
      signal: this.#stop.signal,
      counter: this.#counter,
      underWay: new ContentsUnderWay(),
      onCommitted: () => this.#notify(false),
    }
    updateImport(context.db, unfinished.number, this.progress)
    this.#reading = new ReadingStage(this.#work, (error) => this.#stop.abort(error))
  }

  get progress(): ImportProgress {
    return this.#counter.progress
  }

  stop(why: Stop): void {
    this.#stopped ??= why
    this.#stop.abort(new ArchiveError('cancelled', 'The import was stopped.'))
  }

  /** Brings an import that is not at work to its end: what it had taken in stays, the rest is not gone on with. */
  giveUp(): void {
    this.#finish('cancelled')
  }

  /** Runs to its end. Never rejects: how it ended is in the progress that it answers. */
  async run(): Promise<ImportProgress> {
    try {
      await this.#takeInAll()
      this.#runOwnRules()
      await removeSources(this.#work, this.#import.afterwards)
      this.#finish('done')
    } catch (error) {
      // The first fault is the one that counts: what it aborts only says that it was aborted.
      const cause: unknown = this.#stop.signal.aborted ? this.#stop.signal.reason : error
      this.#stop.abort(cause)
      await this.#reading.ended()
      this.#finishEarly(cause)
    }
    return this.progress
  }

  /** What people want done with what comes in. An import that is gone on with after its end would find nothing left to do. */
  #runOwnRules(): void {
    const { db } = this.#context
    const active = allRules(db).filter((rule) => rule.active)
    if (active.length > 0) runRules(this.#context, active, new Set(documentsOfImport(db, this.#import.number)))
  }

  async #takeInAll(): Promise<void> {
    const pass = (row: StoredRow): Promise<void> => this.#reading.take(row)
    await this.#takeUpStored(pass)
    if (!this.progress.walked) await this.#restorePackages()
    const listing = this.progress.walked ? Promise.resolve() : this.#list()
    let isWalking = !this.progress.walked
    const walked = listing.then(() => {
      isWalking = false
      this.#found()
    })
    // Its failure is heard below; until then it must not count as unheard.
    walked.catch(() => undefined)
    const moreFound = async (): Promise<boolean> => {
      if (!isWalking) return false
      await Promise.race([walked, new Promise<void>((resolve) => (this.#found = resolve))])
      return true
    }
    try {
      await new StoringStage(this.#work).run(moreFound, pass)
      await this.#reading.drain()
      const containers = new ContainerStage(this.#work)
      while (await containers.unpackLevel(pass)) await this.#reading.drain()
    } finally {
      await walked.catch(() => undefined)
    }
  }

  /** Packages among the sources, and in folders among them, are restored, not read as files. */
  async #restorePackages(): Promise<void> {
    for await (const where of findPackages(this.#import.progress.sources, this.#context.folder.root)) {
      const source = await openPackage(where)
      if (source === undefined) continue
      try {
        this.#packages.add(where)
        await new PackageRestore(this.#work, source, where).run()
      } finally {
        source.close()
      }
    }
  }

  async #list(): Promise<void> {
    const { db, folder } = this.#context
    const { number, progress } = this.#import
    try {
      await listFiles({
        ...{ db, importNumber: number, paths: progress.sources, archiveRoot: folder.root },
        ...{ packages: this.#packages, signal: this.#stop.signal },
        onListed: (found) => {
          this.#counter.move({}, found.length)
          for (const each of found)
            if (each.kind === 'refused') this.#counter.move({ [endOf(each.reason, each.detail).state]: 1 })
          updateImport(db, number, this.progress)
          this.#found()
        },
      })
      this.#counter.set({ walked: true })
      updateImport(db, number, this.progress)
    } catch (error) {
      this.#stop.abort(error)
      throw error
    }
  }

  /** Takes up the files whose copies an earlier run had made. A copy that is gone, or short, is made anew. */
  async #takeUpStored(pass: (row: StoredRow) => Promise<void>): Promise<void> {
    const { db, folder } = this.#context
    const rows = nextRows(db, this.#import.number, { state: 'stored', after: 0, limit: 1_000_000 }) as StoredRow[]
    const isWhole = (row: StoredRow): boolean =>
      statSync(path.join(folder.incoming, row.incoming), { throwIfNoEntry: false })?.size === row.bytes ||
      (findByContent(db, row.sha256) === undefined && takeBack(folder, row))
    const whole = rows.filter(isWhole)
    const isTakenUp = new Set(whole)
    const lost = rows.filter((row) => !isTakenUp.has(row))
    if (lost.length > 0) {
      inTransaction(db, () =>
        forgetStored(
          db,
          this.#import.number,
          lost.map(({ ordinal }) => ordinal),
        ),
      )
      this.#counter.move({ stored: -lost.length })
    }
    for (const row of whole) this.#work.underWay.claim(row, row.sha256)
    for (const row of whole) await pass(row)
  }

  /** The event that ends an import carries what undoes it; an import that took nothing in leaves nothing to undo. */
  #appendEvent(): void {
    const { id, imported, duplicates, refused, failed, unchanged, sources } = this.progress
    const changes: Change[] = imported === 0 ? [] : [{ type: 'import.presence', import: id, present: true }]
    appendEvent(this.#context.db, {
      id: makeUlid(this.#context.ports.now()) as EventId,
      at: this.#context.ports.now(),
      act: 'imports.start',
      facts: { imported, duplicates, refused: refused + failed, unchanged, source: sources[0] ?? '' },
      changes,
    })
  }

  #finish(state: 'done' | 'cancelled'): void {
    const { db, folder, ports } = this.#context
    const stored = nextRows(db, this.#import.number, { state: 'stored', after: 0, limit: 1_000_000 })
    this.#counter.end(state, ports.now(), undefined)
    this.#counter.set({ stored: 0 })
    inTransaction(db, () => {
      forgetStored(
        db,
        this.#import.number,
        stored.map(({ ordinal }) => ordinal),
      )
      updateImport(db, this.#import.number, this.progress)
      this.#appendEvent()
    })
    removeFiles(stored.flatMap(({ incoming }) => (incoming === null ? [] : path.join(folder.incoming, incoming))))
    this.#notify(true)
  }

  #finishEarly(error: unknown): void {
    if (this.#stopped === 'closing') return
    try {
      if (this.#stopped === 'cancelled') {
        this.#finish('cancelled')
        return
      }
      this.#interrupt(error)
    } catch (again) {
      // The catalogue cannot be written, by a full disk most likely. The next opening finds the import unfinished and goes on.
      const { code, message } = toWire(again)
      this.#counter.end('interrupted', this.#context.ports.now(), { code, message })
    }
    this.#notify(true)
  }

  #interrupt(error: unknown): void {
    const { code, message } = toWire(error)
    this.#counter.end('interrupted', this.#context.ports.now(), { code, message })
    inTransaction(this.#context.db, () => updateImport(this.#context.db, this.#import.number, this.progress))
  }

  #notify(isLast: boolean): void {
    const now = this.#context.ports.now()
    if (!isLast && now - this.#lastNotice < progressEveryMs) return
    this.#lastNotice = now
    if (!isLast) this.#counter.measure(now)
    this.#context.emit({ type: 'imports.progress', progress: this.progress })
    this.#context.emit({
      type: 'archive.changed',
      subjects: isLast ? ['archive', 'documents', 'imports', 'tags', 'history'] : ['documents'],
    })
  }
}
