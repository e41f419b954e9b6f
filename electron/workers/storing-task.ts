import type { FileToStore, Move, StoringOutcome } from '../engine/ports.ts'

/** What a storing thread is asked. `cancelled` is shared memory: 1 once the import was cancelled. */
export type StoringTask =
  | { readonly what: 'store'; readonly files: readonly FileToStore[]; readonly cancelled: Int32Array }
  | { readonly what: 'move'; readonly moves: readonly Move[] }

/** What it answers. Errors travel as fields: the code of a system's error does not survive the way between threads. */
export type StoringAnswer =
  | { readonly ok: true; readonly outcomes: readonly StoringOutcome[] }
  | { readonly ok: false; readonly name: string; readonly code: string | undefined; readonly message: string }
