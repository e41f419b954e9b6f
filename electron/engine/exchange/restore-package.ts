import { rmSync } from 'node:fs'
import path from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { originalPath } from '../archive-folder.ts'
import { announceChanged, findDocument, takeBackIntoImport } from '../documents/documents.store.ts'
import { inTransaction } from '../database/statement.ts'
import { makeUlid } from '../ids.ts'
import { commitStep, endFile, type ImportWork } from '../importing/import-work.ts'
import { findByContent } from '../importing/intake.store.ts'
import { endOf, memberPath } from '../importing/commit-batch.ts'
import { foundRow, highestOrdinal, insertLedgerRow, listedPaths, type FileEnd } from '../importing/ledger.store.ts'
import type { IndexedWords } from '../language/indexed-words.ts'
import type { BagSource } from '../preservation/bag-source.ts'
import { verifyBag } from '../preservation/verify-bag.ts'
import { putInQueue } from '../search/text-index.ts'
import { Turns } from '../turns.ts'
import { writeWords } from '../word-index/word-buffer.ts'
import { PackageAgreements, analyseRecord, insertRecord, pagesOfText } from './insert-record.ts'
import { readRecords, unreadable } from './read-records.ts'
import type { DocumentLine, RecordLine } from './record-lines.ts'
import { settleRest, takeNames } from './settle-rest.ts'
import { takeOriginal } from './take-original.ts'

/** So many documents are committed together. */
const inBatch = 64

/** A document of the package on its way: what became of it, or all that is needed to write it. */
type Step =
  | { readonly path: string; readonly end: FileEnd; readonly bringBack?: number }
  | {
      readonly path: string
      readonly line: DocumentLine
      readonly texts: readonly string[]
      readonly read: ReturnType<typeof analyseRecord>
      /** The copy of its original in the waiting room; undefined where the package has none. */
      readonly incoming: string | undefined
    }

/**
 * Restores the documents of a package into an archive, in the steps of an import: each under its own id, with its original, its
 * text as it was, and everything that was said of it. The package is verified first; a damaged one is refused whole. What the
 * archive has already stays as it is. Can be done again after it was killed: what was restored is not restored twice.
 */
export class PackageRestore {
  readonly #work: ImportWork
  readonly #source: BagSource
  readonly #where: string
  readonly #agreements = new PackageAgreements()
  readonly #known: ReadonlySet<string>
  readonly #names: ReadonlySet<string>
  readonly #containers = new Map<string, string>()
  readonly #seen = new Set<string>()
  #ordinal: number
  /** Originals of a batch are copied side by side: flushing them one after another would be most of the work. */
  #batch: (Step | Promise<Step>)[] = []

  constructor(work: ImportWork, source: BagSource, where: string) {
    this.#work = work
    this.#source = source
    this.#where = where
    this.#names = new Set(source.names)
    const { db } = work.context
    this.#known = listedPaths(db, work.importNumber)
    this.#ordinal = highestOrdinal(db, work.importNumber)
  }

  /** Throws what is wrong with the archive's own disk, and the signal's reason when it is aborted. */
  async run(): Promise<void> {
    const { signal } = this.#work
    const report = await verifyBag(this.#source, signal)
    const [problem] = report.problems
    const fault = problem === undefined ? await unreadable(this.#source) : `${problem.subject}: ${problem.message}`
    if (fault !== undefined) {
      this.#end(this.#where, endOf('damaged', `The package is not sound, so nothing of it is taken in. ${fault}`))
      await this.#commit()
      return
    }
    const rest: RecordLine[] = []
    const names: RecordLine[] = []
    const turns = new Turns()
    for await (const read of readRecords(this.#source)) {
      signal.throwIfAborted()
      if (!read.ok) this.#end(memberPath(this.#where, `line ${read.number}`), endOf('damaged', read.detail))
      else if (read.line.type === 'agreement') this.#agreements.take(read.line)
      else if (read.line.type === 'name') names.push(read.line)
      else if (read.line.type === 'document' || read.line.type === 'stub') {
        takeNames(this.#work.context.db, names.splice(0))
        this.#take(read.line)
      } else rest.push(read.line)
      if (this.#batch.length >= inBatch) await this.#commit()
      await turns.pass()
    }
    await this.#commit()
    const { db } = this.#work.context
    inTransaction(db, () => announceChanged(db, settleRest(db, rest, this.#containers, this.#work.importNumber)))
  }

  #end(where: string, end: FileEnd, bringBack?: number): void {
    if (!this.#known.has(where))
      this.#batch.push({ path: where, end, ...(bringBack === undefined ? {} : { bringBack }) })
  }

  #take(line: Extract<RecordLine, { type: 'document' | 'stub' }>): void {
    if (line.type === 'document' && line.container !== undefined) this.#containers.set(line.id, line.container)
    const where = memberPath(this.#where, line.type === 'stub' ? line.id : (line.original ?? line.text))
    if (this.#known.has(where)) return
    if (this.#seen.has(line.id)) {
      this.#end(memberPath(where, line.id), endOf('damaged', 'The package has this document twice.'))
      return
    }
    this.#seen.add(line.id)
    const { db } = this.#work.context
    const known = findDocument(db, line.id)
    const plain = { reason: null, detail: null }
    if (known?.removed === 0) this.#end(where, { state: 'unchanged', document: known.number, ...plain })
    else if (line.type === 'stub')
      this.#end(where, endOf('withheld', `The document is restricted: ${line.access.reason}`))
    else if (known !== undefined) this.#takeBack(where, known.number, line.file.sha256)
    else if (line.file.sha256 === '' || line.original === undefined)
      this.#end(where, endOf('withheld', 'The package holds no original of it.'))
    else this.#begin(where, line)
  }

  /** A document that was removed here, or whose import was undone, comes back with its package, unless its bytes are here again. */
  #takeBack(where: string, document: number, sha256: string): void {
    const plain = { reason: null, detail: null }
    const twin = findByContent(this.#work.context.db, sha256)
    if (twin !== undefined) this.#end(where, { state: 'duplicate', document: twin.document, ...plain })
    else this.#end(where, { state: 'catalogued', document, ...plain }, document)
  }

  #begin(where: string, line: DocumentLine): void {
    const step = this.#takeDocument(where, line)
    // Its failure is heard when the batch is committed.
    step.catch(() => undefined)
    this.#batch.push(step)
  }

  async #takeDocument(where: string, line: DocumentLine): Promise<Step> {
    const damaged = (detail: string): Step => ({ path: where, end: endOf('damaged', detail) })
    if (!this.#names.has(line.text) || (line.original !== undefined && !this.#names.has(line.original)))
      return damaged('The package lacks a file that its record names.')
    const texts = pagesOfText(await textOf(await this.#source.open(line.text)), line.pages)
    if (texts === undefined) return damaged('Its text is not as long as its record says.')
    const incoming = line.original === undefined ? undefined : await this.#copy(line, line.original)
    if (incoming === undefined && line.original !== undefined)
      return damaged('Its original had been changed before it was exported.')
    return { path: where, line, texts, read: analyseRecord(line, texts), incoming }
  }

  /** Copies an original into the waiting room; undefined where it is not what was imported once. */
  async #copy(line: DocumentLine, original: string): Promise<string | undefined> {
    const { context, signal } = this.#work
    const incoming = path.join(context.folder.incoming, `package-${makeUlid(context.ports.now())}`)
    const { sha256, bytes } = await takeOriginal(await this.#source.open(original), incoming, signal)
    if (sha256 === line.file.sha256 && bytes === line.file.bytes) return incoming
    rmSync(incoming, { force: true })
    return undefined
  }

  /** The steps of the batch in order. What another document has already is given up: a copy of the same bytes is not kept twice. */
  async #ready(): Promise<Step[]> {
    const settled = await Promise.allSettled(this.#batch.splice(0).map((step) => Promise.resolve(step)))
    const seen = new Set<string>()
    return settled.map((result): Step => {
      if (result.status === 'rejected') throw result.reason
      const step = result.value
      if (!('line' in step)) return step
      const { sha256 } = step.line.file
      const twin = findByContent(this.#work.context.db, sha256)
      const isTwin = twin !== undefined || seen.has(sha256)
      seen.add(sha256)
      if (!isTwin) return step
      if (step.incoming !== undefined) rmSync(step.incoming, { force: true })
      const end = { state: 'duplicate', document: twin?.document ?? null, reason: null, detail: null } as const
      return { path: step.path, end }
    })
  }

  async #commit(): Promise<void> {
    if (this.#batch.length === 0) return
    const batch = await this.#ready()
    const { folder } = this.#work.context
    await this.#work.storer.move(
      batch.flatMap((step) =>
        'line' in step && step.incoming !== undefined
          ? { from: step.incoming, to: originalPath(folder, step.line.file.sha256, step.line.file.extension) }
          : [],
      ),
    )
    commitStep(this.#work, () => this.#write(batch))
  }

  #write(batch: readonly Step[]): void {
    const { context, importNumber, tags, counter } = this.#work
    const { db, ports } = context
    const words = new Map<number, IndexedWords>()
    for (const step of batch) {
      insertLedgerRow(db, importNumber, ++this.#ordinal, { ...foundRow, path: step.path })
      counter.move({}, 1)
      const row = { ...foundRow, path: step.path, ordinal: this.#ordinal }
      if ('end' in step) {
        if (step.bringBack !== undefined) this.#bringBack(step.bringBack)
        endFile(this.#work, row, step.end)
        continue
      }
      const target = { db, importNumber, tags, now: ports.now }
      const more = { path: step.path, signature: step.read.signature, agreements: this.#agreements }
      const document = insertRecord(target, step.line, step.texts, more)
      words.set(document, step.read.words)
      endFile(this.#work, row, { state: 'catalogued', document, reason: null, detail: null })
    }
    announceChanged(db, words.keys())
    writeWords(db, words)
  }

  /** It belongs to this import from now on: undo of this import takes it away again. */
  #bringBack(document: number): void {
    const { context, importNumber } = this.#work
    takeBackIntoImport(context.db, document, importNumber)
    announceChanged(context.db, [document])
    putInQueue(context.db, [document])
  }
}
