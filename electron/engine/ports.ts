import type { AnalysedDocument } from './cataloguing/analysed-document.ts'
import type { Language, RefusalReason } from '../contract/vocabulary.ts'

export type ReadingOutcome =
  | { readonly ok: true; readonly document: AnalysedDocument }
  | { readonly ok: false; readonly reason: RefusalReason; readonly detail: string }

/** One file to be read, by the bytes themselves or by a path to a private copy of them. */
export interface FileToRead {
  readonly name: string
  readonly content: Uint8Array | { readonly path: string }
  /** The file's size, where it is known: small files are handed to a thread several at a time. */
  readonly bytes?: number
  /** Opens a file that is locked with it. */
  readonly password?: string
  /** The day of issue as EDTF where it is known from elsewhere: relative dates are counted from it. */
  readonly issued?: string
  /** Of a text that does not show its own. */
  readonly language?: Language
}

/** A container of which the members are wanted. */
export interface ContainerToUnpack {
  readonly name: string
  readonly path: string
  /** Members are written here, under names that begin with `prefix`. */
  readonly folder: string
  readonly prefix: string
  readonly limits: { readonly members: number; readonly bytes: number }
  /** The places, from 1, of the members that are wanted; all where it is absent. */
  readonly only?: readonly number[]
}

/** One member of a container: a private copy of it, on disk, or why there is none. `place` counts from 1. */
export type UnpackedMember = { readonly place: number; readonly name: string } & (
  | {
      readonly ok: true
      readonly incoming: string
      readonly sha256: string
      readonly bytes: number
      readonly modifiedAt?: number
    }
  | { readonly ok: false; readonly reason: RefusalReason; readonly detail: string }
)

/** One page of a PDF to be drawn; pages count from 1. */
export interface PageToRender {
  readonly path: string
  readonly page: number
}

/** The picture of a page, or why there is none: something of this page, or something that keeps every page from being drawn. */
export type RenderingOutcome =
  | { readonly ok: true; readonly png: Uint8Array }
  | { readonly ok: false; readonly isOfProgram: boolean; readonly detail: string }

/**
 * Turns a file into a document: text, language, description, words for the index. Never throws for what is wrong with a file,
 * however hostile; a file that takes too long or too much memory is an outcome like any other. Rejects only when `signal` is
 * aborted.
 */
export interface DocumentReader {
  read(file: FileToRead, signal: AbortSignal): Promise<ReadingOutcome>
  /**
   * Unpacks one level of a container. A container that cannot be unpacked is one refused member. Rejects when `signal` is aborted,
   * and with the system's error when the members cannot be written.
   */
  unpack(container: ContainerToUnpack, signal: AbortSignal): Promise<UnpackedMember[]>
  /** Draws a page for a program that reads pictures. Rejects only when `signal` is aborted. */
  render(order: PageToRender, signal: AbortSignal): Promise<RenderingOutcome>
  /** How many files it can usefully have in hand at once. */
  readonly width: number
  close(): Promise<void>
}

/** A source to be copied into the waiting room. */
export interface FileToStore {
  readonly path: string
  readonly temporaryPath: string
  /** The SHA-256 under which the archive has what was last seen at this place. */
  readonly expected?: string
}

export interface StoredContent {
  /** False where the source is as expected: nothing was copied. */
  readonly isNew: boolean
  readonly sha256: string
  readonly bytes: number
  /** When the source was last changed, in milliseconds since 1970. */
  readonly modifiedAt: number
}

export type StoringOutcome =
  | ({ readonly ok: true } & StoredContent)
  | { readonly ok: false; readonly reason: RefusalReason; readonly detail: string }

export interface Move {
  readonly from: string
  readonly to: string
}

/** Copies files into an archive's waiting room and from there to their lasting places; see `importing/store-files.ts`. */
export interface FileStorer {
  /** Rejects when `signal` is aborted, and with the system's error for faults of the archive's own disk. */
  store(files: readonly FileToStore[], signal: AbortSignal): Promise<StoringOutcome[]>
  move(moves: readonly Move[]): Promise<void>
  close(): Promise<void>
}

/** Answers read calls in another thread. */
export interface ReadingThreads {
  call(name: string, input: unknown): Promise<unknown>
  close(): Promise<void>
}

export interface OcrProgramFacts {
  readonly version: string
  /** The languages of the archive that it can read, by their names of ISO 639-2: `eng`, `fra`, `ara`. */
  readonly languages: readonly string[]
}

export interface ReadPicture {
  /** Clean, in logical order, empty where there is nothing to read. */
  readonly text: string
  /** How sure the program is, from 0 to 1. */
  readonly confidence: number
}

/** A program that reads the pictures of pages. */
export interface OcrProgram {
  /** Undefined where there is no such program; it may be there at the next question. */
  describe(): Promise<OcrProgramFacts | undefined>
  /** Reads a PNG of 300 dots per inch. Rejects when it cannot, takes too long, or `signal` is aborted. */
  read(png: Uint8Array, signal: AbortSignal): Promise<ReadPicture>
  /** Ends what is under way and leaves nothing behind. */
  close(): Promise<void>
}

/** A document for a reading copy: its title, its language and the texts of its pages. */
export interface TextToCopy {
  readonly title: string
  readonly language: Language
  readonly pages: readonly string[]
}

/** A file of a reading copy: its name in the package, and what it holds. */
export interface CopyPiece {
  readonly name: string
  readonly content: Uint8Array
}

/** Makes the texts and the index of one reading copy: it is given the documents in order, and answers files as they are full. */
export interface ReadingCopyMaker {
  take(documents: readonly TextToCopy[]): Promise<CopyPiece[]>
  /** The files of what is left. */
  finish(): Promise<CopyPiece[]>
  close(): Promise<void>
}

/** What the engine cannot know or do by itself. Tests hand in a fixed clock. */
export interface EnginePorts {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly reader: DocumentReader
  /** Absent: files are stored in the caller's own thread. */
  readonly storer?: FileStorer
  /** Absent: read calls are answered in the caller's own thread, as the command line wants it. */
  readonly openReadingThreads?: (archiveFolder: string) => ReadingThreads
  /** Absent: reading copies are made in the caller's own thread. */
  readonly openReadingCopyMaker?: () => ReadingCopyMaker
  /** Whether imports that were under way when the program ended go on as soon as the archive is open. */
  readonly resumeImports?: boolean
  /** Absent: pages that are pictures stay unread. */
  readonly ocr?: OcrProgram
  /** Whether pictures are read by themselves, in the background; else when `ocr.start` asks for it. */
  readonly readPictures?: boolean
  /** Whether the catalogue is copied once a day while the archive is open; programs that end after one command do not. */
  readonly backUpDaily?: boolean
  /** Whether originals are checked by and by while the archive is open; programs that end after one command do not. */
  readonly checkFixity?: boolean
  /** Whether the archive's watched folders are watched; programs that end after one command do not. */
  readonly watchFolders?: boolean
}
