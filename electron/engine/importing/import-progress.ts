import type { ImportProgress } from '../../contract/schemas.ts'
import type { ImportFileState } from '../../contract/vocabulary.ts'

const countOf: Readonly<
  Record<ImportFileState, 'imported' | 'duplicates' | 'refused' | 'failed' | 'unchanged' | 'stored' | undefined>
> = {
  waiting: undefined,
  stored: 'stored',
  extracted: 'imported',
  catalogued: 'imported',
  duplicate: 'duplicates',
  unchanged: 'unchanged',
  refused: 'refused',
  failed: 'failed',
}

/** Over so long a time the rate is measured: long enough to be steady, short enough to be about now. */
const rateWindowMs = 10_000

function withoutEstimate(progress: ImportProgress): ImportProgress {
  const rest = { ...progress }
  delete rest.secondsLeft
  delete rest.failure
  return rest
}

/** How far an import is, as figures, and how fast. */
export class ProgressCounter {
  #progress: ImportProgress
  readonly #marks: { readonly at: number; readonly done: number }[] = []

  constructor(progress: ImportProgress) {
    this.#progress = progress
  }

  get progress(): ImportProgress {
    return this.#progress
  }

  get #done(): number {
    const { imported, duplicates, refused, failed, unchanged } = this.#progress
    return imported + duplicates + refused + failed + unchanged
  }

  set(fields: Partial<ImportProgress>): void {
    this.#progress = { ...this.#progress, ...fields }
  }

  /** Files have gone from one state to another; `found` files are new. */
  move(counts: Partial<Record<ImportFileState, number>>, found = 0): void {
    const next = { ...this.#progress, found: this.#progress.found + found }
    for (const [state, count] of Object.entries(counts) as [ImportFileState, number][]) {
      const field = countOf[state]
      if (field !== undefined) next[field] += count
    }
    this.#progress = next
  }

  /** Brings rate and time left up to date. */
  measure(now: number): void {
    const done = this.#done
    this.#marks.push({ at: now, done })
    while (this.#marks.length > 2 && now - (this.#marks[1]?.at ?? now) > rateWindowMs) this.#marks.shift()
    const first = this.#marks[0] ?? { at: this.#progress.startedAt, done: 0 }
    const seconds = (now - first.at) / 1000
    const filesPerSecond = seconds > 0 ? (done - first.done) / seconds : this.#progress.filesPerSecond
    const rest = withoutEstimate(this.#progress)
    const left = rest.walked && filesPerSecond > 0 ? { secondsLeft: (rest.found - done) / filesPerSecond } : {}
    this.#progress = { ...rest, filesPerSecond, ...left }
  }

  /** The import has ended: the rate is that of the whole. */
  end(state: ImportProgress['state'], now: number, failure: ImportProgress['failure']): void {
    const rest = withoutEstimate(this.#progress)
    const seconds = (now - rest.startedAt) / 1000
    this.#progress = {
      ...rest,
      state,
      ...(state === 'interrupted' ? {} : { finishedAt: now }),
      filesPerSecond: seconds > 0 ? this.#done / seconds : 0,
      ...(failure === undefined ? {} : { failure }),
    }
  }
}
