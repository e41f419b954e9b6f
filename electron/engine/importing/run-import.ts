import { ArchiveError, toWire } from '../../contract/errors.ts'
import type { EventId, ImportId, ImportProgress } from '../../contract/schemas.ts'
import type { ImportFileState } from '../../contract/vocabulary.ts'
import type { WriteContext } from '../context.ts'
import { inTransaction } from '../database/statement.ts'
import { makeUlid } from '../ids.ts'
import type { Change } from '../preservation/changes.rules.ts'
import { appendEvent } from '../preservation/history.store.ts'
import { findTag, insertTag } from '../tags/tags.store.ts'
import { commitBatch } from './commit-batch.ts'
import { insertImport, updateImport } from './imports.store.ts'
import { type FileResult, type Intake, takeInFile } from './take-in-file.ts'
import { type Found, walk } from './walk.ts'

export interface ImportOrder {
  readonly id: ImportId
  readonly paths: readonly string[]
  readonly tags: readonly string[]
}

const batchSize = 100
/** Files wait for the disk while others are read: so many more than the reader has threads are in hand. */
const filesWaitingForDisk = 22
const progressEveryMs = 200

const countOf: Readonly<Record<ImportFileState, 'imported' | 'duplicates' | 'refused' | 'unchanged'>> = {
  imported: 'imported',
  duplicate: 'duplicates',
  refused: 'refused',
  unchanged: 'unchanged',
}

/** One running import: walks, takes files in several at a time, commits in batches, and says how far it is. */
export class ImportRun {
  readonly #context: WriteContext
  readonly #order: ImportOrder
  readonly #number: number
  readonly #cancel = new AbortController()
  readonly #intake: Intake
  #waiting: FileResult[] = []
  #progress: ImportProgress
  #lastNotice = 0

  constructor(context: WriteContext, order: ImportOrder) {
    this.#context = context
    this.#order = order
    const startedAt = context.ports.now()
    const sources = [...order.paths]
    const counts = { imported: 0, duplicates: 0, refused: 0, unchanged: 0 }
    this.#progress = {
      id: order.id,
      state: 'running',
      sources,
      startedAt,
      found: 0,
      walked: false,
      filesPerSecond: 0,
      ...counts,
    }
    this.#number = inTransaction(context.db, () => {
      for (const tag of order.tags) if (findTag(context.db, tag) === undefined) insertTag(context.db, tag)
      return insertImport(context.db, { id: order.id, sources, tags: order.tags, startedAt })
    })
    const { db, folder } = context
    this.#intake = { db, folder, reader: context.ports.reader, signal: this.#cancel.signal, underWay: new Map() }
  }

  get progress(): ImportProgress {
    return this.#progress
  }

  cancel(): void {
    this.#cancel.abort(new ArchiveError('cancelled', 'The import was cancelled.'))
  }

  /** Runs to its end. Never rejects: how it ended is in the progress that it answers. */
  async run(): Promise<ImportProgress> {
    try {
      await this.#takeInAll()
      this.#finish('done')
    } catch (error) {
      this.#cancel.abort(error)
      this.#finishEarly(error)
    }
    return this.#progress
  }

  async #takeInAll(): Promise<void> {
    const files = this.#numbered(walk(this.#order.paths, this.#context.folder.root))
    const width = this.#context.ports.reader.width + filesWaitingForDisk
    const hands = Array.from({ length: width }, () =>
      this.#takeFrom(files).catch((error: unknown) => this.#giveUp(error)),
    )
    try {
      await Promise.all(hands)
    } finally {
      // What is in hand comes to its end before the import does: nothing of it is left to work on a closed archive.
      await Promise.allSettled(hands)
    }
  }

  #giveUp(error: unknown): never {
    this.#cancel.abort(error)
    throw error
  }

  async *#numbered(found: AsyncGenerator<Found>): AsyncGenerator<{ found: Found; ordinal: number }> {
    let ordinal = 0
    for await (const each of found) {
      this.#progress = { ...this.#progress, found: ++ordinal }
      yield { found: each, ordinal }
    }
    this.#progress = { ...this.#progress, walked: true }
  }

  async #takeFrom(files: AsyncGenerator<{ found: Found; ordinal: number }>): Promise<void> {
    for (;;) {
      this.#cancel.signal.throwIfAborted()
      const next = await files.next()
      if (next.done === true) return
      const { found, ordinal } = next.value
      const result: FileResult =
        found.kind === 'refused'
          ? { ordinal, path: found.path, state: 'refused', reason: found.reason, detail: found.detail }
          : await takeInFile(this.#intake, ordinal, found.path)
      this.#waiting.push(result)
      if (this.#waiting.length >= batchSize) this.#commit(() => undefined)
      this.#notify(false)
    }
  }

  #count(results: readonly FileResult[]): void {
    const counted = { ...this.#progress }
    for (const result of results) counted[countOf[result.state]]++
    const seconds = (this.#context.ports.now() - counted.startedAt) / 1000
    const done = counted.imported + counted.duplicates + counted.refused + counted.unchanged
    const filesPerSecond = seconds > 0 ? done / seconds : 0
    const secondsLeft =
      counted.walked && filesPerSecond > 0 ? { secondsLeft: (counted.found - done) / filesPerSecond } : {}
    this.#progress = { ...counted, filesPerSecond, ...secondsLeft }
  }

  /**
   * What is ready to be committed, first copies before their duplicates. A duplicate that overtook the first copy of its content
   * waits for the batch that has it, so that every duplicate names its document.
   */
  #takeWaiting(): FileResult[] {
    const imported = this.#waiting.filter((result) => result.state === 'imported')
    const contents = new Set(imported.map((result) => result.incoming.sha256))
    const isEarly = (result: FileResult): boolean =>
      'sha256' in result && this.#intake.underWay.has(result.sha256) && !contents.has(result.sha256)
    const others = this.#waiting.filter((result) => result.state !== 'imported')
    this.#waiting = others.filter(isEarly)
    return [...imported, ...others.filter((result) => !isEarly(result))]
  }

  #commit(also: () => void): void {
    const results = this.#takeWaiting()
    const { db, ports } = this.#context
    const before = this.#progress
    this.#count(results)
    try {
      commitBatch({ db, importNumber: this.#number, tags: this.#order.tags, now: ports.now }, results, () => {
        also()
        updateImport(db, this.#number, this.#progress)
      })
    } catch (error) {
      this.#progress = before
      throw error
    }
    for (const result of results) {
      const sha256 = result.state === 'imported' ? result.incoming.sha256 : undefined
      if (sha256 !== undefined) this.#intake.underWay.delete(sha256)
    }
  }

  /** The event that ends an import carries what undoes it; an import that took nothing in leaves nothing to undo. */
  #appendEvent(): void {
    const { id, imported, duplicates, refused, unchanged, sources } = this.#progress
    const changes: Change[] = imported === 0 ? [] : [{ type: 'import.presence', import: id, present: true }]
    appendEvent(this.#context.db, {
      id: makeUlid(this.#context.ports.now()) as EventId,
      at: this.#context.ports.now(),
      act: 'imports.start',
      facts: { imported, duplicates, refused, unchanged, source: sources[0] ?? '' },
      changes,
    })
  }

  #finish(state: 'done' | 'cancelled' | 'interrupted', failure?: ImportProgress['failure']): void {
    this.#progress = {
      ...this.#progress,
      state,
      finishedAt: this.#context.ports.now(),
      ...(failure === undefined ? {} : { failure }),
    }
    delete (this.#progress as { secondsLeft?: number }).secondsLeft
    this.#commit(() => this.#appendEvent())
    this.#notify(true)
  }

  #finishEarly(error: unknown): void {
    const { code, message } = toWire(error)
    try {
      this.#finish(
        code === 'cancelled' ? 'cancelled' : 'interrupted',
        code === 'cancelled' ? undefined : { code, message },
      )
    } catch (again) {
      // The catalogue cannot be written, by a full disk most likely. The next opening finds the import unfinished and says so.
      const failure = { code: toWire(again).code, message: toWire(again).message }
      this.#progress = { ...this.#progress, state: 'interrupted', finishedAt: this.#context.ports.now(), failure }
      this.#notify(true)
    }
  }

  #notify(isLast: boolean): void {
    const now = this.#context.ports.now()
    if (!isLast && now - this.#lastNotice < progressEveryMs) return
    this.#lastNotice = now
    this.#context.emit({ type: 'imports.progress', progress: this.#progress })
    this.#context.emit({
      type: 'archive.changed',
      subjects: isLast ? ['archive', 'documents', 'imports', 'tags', 'history'] : ['documents'],
    })
  }
}
