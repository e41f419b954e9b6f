import type { EngineEvent } from '../contract/events.ts'
import type { ArchiveCallName, CallOutput, CheckedInput } from '../contract/calls.ts'
import type { ReadDb, WriteDb } from './database/connection.ts'
import type { ArchiveFolder } from './archive-folder.ts'
import type { SearchMemory } from './search/search-memory.ts'
import type { EnginePorts } from './ports.ts'
import type { FixityCheck } from './preservation/fixity.store.ts'
import type { UnsoundRecords } from './preservation/record-checks.ts'
import type { RunningImports } from './importing/running-imports.ts'
import type { RunningOcr } from './ocr/running-ocr.ts'
import type { WordBuffer } from './word-index/word-buffer.ts'

/** What a read handler may use. It can be made in any thread. */
export interface ReadContext {
  readonly db: ReadDb
  readonly folder: ArchiveFolder
  readonly readOnly: boolean
  readonly memory: SearchMemory
  emit(event: EngineEvent): void
  /** Exports at work, by the ids that their callers gave them. */
  readonly exports: Map<string, AbortController>
  /** Keeps what a check found, and has unsound records written again; absent where the archive is open for reading only. */
  readonly keepChecks?: (checks: readonly FixityCheck[], toWrite: UnsoundRecords) => void
  /** Absent: reading copies are made in the thread of the handler. */
  readonly openReadingCopyMaker?: EnginePorts['openReadingCopyMaker']
}

/** What a write handler may use; there is one for an archive. */
export interface WriteContext extends ReadContext {
  readonly db: WriteDb
  readonly ports: EnginePorts
  readonly imports: RunningImports
  readonly ocr: RunningOcr
  /** Words of documents that an import has committed and not written into the index yet. */
  readonly words: WordBuffer
}

export interface CallOptions {
  readonly signal: AbortSignal
}

type Answer<N extends ArchiveCallName> = CallOutput<N> | Promise<CallOutput<N>>
export type ReadHandlers<N extends ArchiveCallName> = {
  readonly [K in N]: (context: ReadContext, input: CheckedInput<K>, options: CallOptions) => Answer<K>
}
export type WriteHandlers<N extends ArchiveCallName> = {
  readonly [K in N]: (context: WriteContext, input: CheckedInput<K>, options: CallOptions) => Answer<K>
}
