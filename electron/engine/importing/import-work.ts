import type { WriteContext } from '../context.ts'
import { inRepeatableTransaction } from '../database/statement.ts'
import type { FileStorer } from '../ports.ts'
import { rememberSource, findByContent } from './intake.store.ts'
import type { ProgressCounter } from './import-progress.ts'
import { updateImport } from './imports.store.ts'
import { type FileEnd, type LedgerRow, markEnded } from './ledger.store.ts'
import type { ContentsUnderWay } from './same-content.ts'

/** What the stages of one import share. */
export interface ImportWork {
  readonly context: WriteContext
  readonly storer: FileStorer
  readonly importNumber: number
  readonly tags: readonly string[]
  /** Tried on files that are locked. Kept in memory only. */
  readonly password: string | undefined
  readonly signal: AbortSignal
  readonly counter: ProgressCounter
  readonly underWay: ContentsUnderWay
  /** Called after every commit. */
  readonly onCommitted: () => void
}

/** Commits a step of an import together with its figures: all of it is there, or nothing. Answers what the step answers. */
export function commitStep<T>(work: ImportWork, step: () => T): T {
  const { db } = work.context
  const before = work.counter.progress
  let result: T
  try {
    result = inRepeatableTransaction(db, () => {
      const answer = step()
      updateImport(db, work.importNumber, work.counter.progress)
      return answer
    })
  } catch (error) {
    work.counter.set(before)
    throw error
  }
  work.onCommitted()
  return result
}

/** Writes the end of a file that is no new document. Runs in a step. */
export function endFile(work: ImportWork, row: LedgerRow, end: FileEnd): void {
  markEnded(work.context.db, work.importNumber, row.ordinal, end)
  work.counter.move({ [end.state]: 1 })
}

/** A recognised file: its place is remembered, so that the next import knows it there. Runs in a step. */
export function endRecognised(work: ImportWork, row: LedgerRow, sha256: string, end: FileEnd): void {
  const known = findByContent(work.context.db, sha256)
  if (known !== undefined) rememberSource(work.context.db, row.path, known.file)
  endFile(work, row, { ...end, document: known?.document ?? null })
}

export const recognised = (state: 'duplicate' | 'unchanged', document: number): FileEnd => ({
  ...{ state, document },
  reason: null,
  detail: null,
})
