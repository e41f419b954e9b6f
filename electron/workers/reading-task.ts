import type { ContainerToUnpack, FileToRead, ReadingOutcome, UnpackedMember } from '../engine/ports.ts'

/** What a reading thread is asked: small files come several at a time, because every message costs as much as a small file. */
export type ReadingTask =
  | { readonly what: 'read'; readonly files: readonly FileToRead[] }
  | { readonly what: 'unpack'; readonly container: ContainerToUnpack }

export type ReadingAnswer =
  | { readonly what: 'read'; readonly outcomes: readonly ReadingOutcome[] }
  | { readonly what: 'unpacked'; readonly members: readonly UnpackedMember[] }
  /** A fault of the archive's disk. */
  | { readonly what: 'fault'; readonly code: string | undefined; readonly message: string }
