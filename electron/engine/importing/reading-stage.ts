import path from 'node:path'
import { announceChanged } from '../documents/documents.store.ts'
import { originalPath } from '../archive-folder.ts'
import { type BatchTarget, type ReadFile, type StoredRow, commitRead, fileNameOf } from './commit-batch.ts'
import { type ImportWork, commitStep, endFile, endRecognised } from './import-work.ts'
import type { IndexedWords } from '../language/indexed-words.ts'
import { putInQueue, queuedOfImport, reindexDocuments } from '../search/text-index.ts'
import { inRepeatableTransaction, inTransaction } from '../database/statement.ts'
import { removeFiles } from './store-files.ts'

/** So many files are between storing and catalogue at most, and so many bytes unless one file alone has more. */
const mostInHand = 256
const mostBytesInHand = 64 << 20
/** A commit takes so many files, or fewer when they hold so many characters: it must not keep other calls waiting. */
const mostInCommit = 48
const mostCharactersInCommit = 600_000
/** Files that are ready wait so long for others to share their commit. */
const patienceMs = 120

const charactersOf = (read: ReadFile): number =>
  read.ok ? read.document.pages.reduce((sum, page) => sum + page.text.length, 0) : 0

/** Reads stored files, gives their originals their lasting names, and commits them in batches. */
export class ReadingStage {
  readonly #work: ImportWork
  readonly #target: BatchTarget
  readonly #onFailure: (error: unknown) => void
  readonly #ready: ReadFile[] = []
  #inHand = 0
  #bytesInHand = 0
  #committing: Promise<void> | undefined
  #clock: NodeJS.Timeout | undefined
  #wake: (() => void)[] = []

  /** `onFailure` hears of what ends the import: it must abort its signal. */
  constructor(work: ImportWork, onFailure: (error: unknown) => void) {
    this.#work = work
    this.#onFailure = onFailure
    const { context, importNumber, tags } = work
    this.#target = { db: context.db, importNumber, tags, now: context.ports.now }
  }

  async #changed(): Promise<void> {
    await new Promise<void>((resolve) => this.#wake.push(resolve))
  }

  #notice(): void {
    for (const wake of this.#wake.splice(0)) wake()
  }

  /** Takes a stored file on; resolves when there is room for another. Throws the signal's reason when it is aborted. */
  async take(row: StoredRow): Promise<void> {
    this.#inHand++
    this.#bytesInHand += row.bytes
    void this.#read(row)
    while (this.#inHand >= mostInHand || (this.#bytesInHand > mostBytesInHand && this.#inHand > 0)) {
      this.#work.signal.throwIfAborted()
      await this.#changed()
    }
  }

  /** Waits until everything that was taken is committed. */
  async drain(): Promise<void> {
    while (this.#inHand > 0) {
      this.#work.signal.throwIfAborted()
      await this.#changed()
    }
    this.#work.signal.throwIfAborted()
    this.#writeWords()
    this.#catchUp()
  }

  /** Indexes what this import had committed when it was killed: at most as many documents as wait for being written together. */
  #catchUp(): void {
    const { db, importNumber } = this.#target
    const left = queuedOfImport(db, importNumber)
    for (let from = 0; from < left.length; from += mostInCommit)
      inTransaction(db, () => reindexDocuments(db, left.slice(from, from + mostInCommit)))
  }

  /** Waits until nothing is under way any more, after the signal was aborted. Never rejects. */
  async ended(): Promise<void> {
    clearTimeout(this.#clock)
    await this.#committing
    while (this.#inHand > this.#ready.length) await this.#changed()
    try {
      this.#writeWords()
    } catch {
      // The disk is full, perhaps, which the import's own end tells; these words are in the queue.
    }
  }

  async #read(row: StoredRow): Promise<void> {
    const { context, signal, password } = this.#work
    const file = {
      name: fileNameOf(row),
      content: { path: path.join(context.folder.incoming, row.incoming) },
      bytes: row.bytes,
      ...(password === undefined ? {} : { password }),
    }
    try {
      const outcome = await context.ports.reader.read(file, signal)
      this.#ready.push({ row, ...outcome })
      this.#consider()
    } catch (error) {
      this.#leave(row)
      if (!signal.aborted) this.#onFailure(error)
    }
    this.#notice()
  }

  #leave(row: StoredRow): void {
    this.#inHand--
    this.#bytesInHand -= row.bytes
  }

  #consider(): void {
    if (this.#committing !== undefined || this.#work.signal.aborted) return
    if (this.#ready.length >= mostInCommit || this.#ready.length === this.#inHand) this.#commitReady()
    else this.#clock ??= setTimeout(() => this.#commitReady(), patienceMs)
  }

  #commitReady(): void {
    clearTimeout(this.#clock)
    this.#clock = undefined
    if (this.#committing !== undefined || this.#ready.length === 0 || this.#work.signal.aborted) return
    this.#committing = this.#commit(this.#takeBatch())
      .catch((error: unknown) => this.#onFailure(error))
      .finally(() => {
        this.#committing = undefined
        this.#notice()
        this.#consider()
      })
  }

  #takeBatch(): ReadFile[] {
    let count = 0
    for (let characters = 0; count < Math.min(this.#ready.length, mostInCommit); count++) {
      characters += charactersOf(this.#ready[count] as ReadFile)
      if (characters > mostCharactersInCommit && count > 0) break
    }
    return this.#ready.splice(0, count)
  }

  async #commit(batch: readonly ReadFile[]): Promise<void> {
    const { folder } = this.#work.context
    const copyOf = (row: StoredRow): string => path.join(folder.incoming, row.incoming)
    try {
      await this.#work.storer.move(
        batch.flatMap((read) =>
          read.ok ? { from: copyOf(read.row), to: originalPath(folder, read.row.sha256, read.document.extension) } : [],
        ),
      )
      const { words } = this.#work.context
      commitStep(this.#work, () => this.#write(batch)).forEach((each, document) => words.add(document, each))
      if (words.isFull) this.#writeWords()
      removeFiles(batch.filter((read) => !read.ok).map((read) => copyOf(read.row)))
    } finally {
      for (const read of batch) this.#leave(read.row)
    }
  }

  /** Words are written for many documents together: most of them stand in many. Until then the queue of the index names them. */
  #writeWords(): void {
    const { db, words } = this.#work.context
    if (words.size === 0) return
    try {
      inRepeatableTransaction(db, () => words.write(db))
    } finally {
      // What could not be written stays in the queue, and is indexed from its text.
      words.clear()
    }
    this.#work.onCommitted()
  }

  /** Answers the new documents with their words, which are not written yet. */
  #write(batch: readonly ReadFile[]): ReadonlyMap<number, IndexedWords> {
    const inserted = new Map<number, IndexedWords>()
    for (const read of batch) {
      const end = commitRead(this.#target, read)
      this.#work.counter.move({ stored: -1, [end.state]: 1 })
      if (end.document !== null && read.ok) inserted.set(end.document, read.document.words)
      for (const follower of this.#work.underWay.settle(read.row, end))
        if (follower.end.document === null) endFile(this.#work, follower.row, follower.end)
        else endRecognised(this.#work, follower.row, read.row.sha256, follower.end)
    }
    announceChanged(this.#target.db, inserted.keys())
    putInQueue(this.#target.db, inserted.keys())
    return inserted
  }
}
