import type { CallInput, CallName, CallOutput } from '../../../electron/contract/calls.ts'
import type { HostActs, HostNotice } from '../../../electron/contract/host.ts'

export type ImportProgress = CallOutput<'imports.get'>
export type WatchedFolder = CallOutput<'watches.list'>['watches'][number]
export type ArchiveSummary = CallOutput<'archive.summary'>
export type ExportResult = Exclude<HostActs['host.export']['output'], undefined>
export type ExportRequest = HostActs['host.export']['input']

/** A file that the person chose or dropped; `path` is where it lay inside the folder that was chosen, or its bare name. */
export interface ChosenFile {
  readonly file: File
  readonly path: string
}

/** What a host can do beyond the calls, so that the page offers only what will work. */
export interface Abilities {
  /** Shows a dialog in which any folder of this computer can be opened as an archive. */
  readonly browsesForArchives: boolean
  /** Can choose a folder of this computer to be watched. */
  readonly watchesFolders: boolean
  /** Can write an export as a folder, and show where it is. */
  readonly writesFolders: boolean
}

/**
 * The one way from the page to the engine. Every method rejects with an `ArchiveError`; `undefined` means that the person
 * closed the host's dialog.
 */
export interface Client {
  readonly abilities: Abilities
  call<N extends CallName>(name: N, input: CallInput<N>, signal?: AbortSignal): Promise<CallOutput<N>>
  openArchive(create: boolean): Promise<ArchiveSummary | undefined>
  chooseImport(what: 'files' | 'folder', tags: readonly string[]): Promise<ImportProgress | undefined>
  /** Must be called while the drop is being handled: the browser forgets the files afterwards. */
  readDrop(transfer: DataTransfer): Promise<readonly ChosenFile[]>
  importFiles(files: readonly ChosenFile[], tags: readonly string[]): Promise<ImportProgress>
  chooseWatchedFolder(afterwards: 'keep' | 'remove'): Promise<WatchedFolder | undefined>
  runExport(request: ExportRequest): Promise<ExportResult | undefined>
  showExport(path: string): Promise<void>
  /** The bytes of an original file. */
  readOriginal(fileId: string, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>>
  saveOriginal(fileId: string, name: string): Promise<{ readonly path: string } | undefined>
  /** Tells of events and menu commands, and whether the engine can be reached, until the returned function is called. */
  subscribe(listener: (notice: HostNotice) => void, onConnection: (connected: boolean) => void): () => void
}
