import type {
  ContainerToUnpack,
  FileToRead,
  PageToRender,
  ReadingOutcome,
  RenderingOutcome,
  UnpackedMember,
} from '../engine/ports.ts'

/** What a reading thread is asked: small files come several at a time, because every message costs as much as a small file. */
export type ReadingTask =
  | { readonly what: 'read'; readonly files: readonly FileToRead[] }
  | { readonly what: 'unpack'; readonly container: ContainerToUnpack }
  | { readonly what: 'render'; readonly order: PageToRender }

export type ReadingAnswer =
  | { readonly what: 'read'; readonly outcomes: readonly ReadingOutcome[] }
  | { readonly what: 'unpacked'; readonly members: readonly UnpackedMember[] }
  | { readonly what: 'rendered'; readonly outcome: RenderingOutcome }
  /** A fault of the archive's disk. */
  | { readonly what: 'fault'; readonly code: string | undefined; readonly message: string }
