import type { AnalysedDocument } from './cataloguing/analysed-document.ts'
import type { RefusalReason } from '../contract/vocabulary.ts'

export type ReadingOutcome =
  | { readonly ok: true; readonly document: AnalysedDocument }
  | { readonly ok: false; readonly reason: RefusalReason; readonly detail: string }

/** One file to be read, by the bytes themselves or by a path to a private copy of them. */
export interface FileToRead {
  readonly name: string
  readonly content: Uint8Array | { readonly path: string }
}

/**
 * Turns a file into a document: text, language, description, words for the index. Never throws for what is wrong with a file,
 * however hostile; a file that takes too long or too much memory is an outcome like any other. Rejects only when `signal` is
 * aborted.
 */
export interface DocumentReader {
  read(file: FileToRead, signal: AbortSignal): Promise<ReadingOutcome>
  /** How many files it can usefully have in hand at once. */
  readonly width: number
  close(): Promise<void>
}

/** Answers read calls in another thread. */
export interface ReadingThreads {
  call(name: string, input: unknown): Promise<unknown>
  close(): Promise<void>
}

/** What the engine cannot know or do by itself. Tests hand in a fixed clock. */
export interface EnginePorts {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly reader: DocumentReader
  /** Absent: read calls are answered in the caller's own thread, as the command line wants it. */
  readonly openReadingThreads?: (archiveFolder: string) => ReadingThreads
}
