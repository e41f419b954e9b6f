import type { EngineEvent } from './events.ts'
import type { Reply } from './envelope.ts'
import type { CallInput } from './calls.ts'
import type { ArchiveSummary, ExportResult, ImportProgress, WatchedFolder } from './schemas.ts'
import type { Audience, HostFormat, PackagePart } from './vocabulary.ts'

/**
 * What only a host can do, because it means choosing a place on this computer. `undefined` in an answer means that the person
 * closed the dialog. The desktop shows native dialogs; the web host has none and answers `not-allowed` (the page uploads and
 * downloads instead).
 */
export interface HostActs {
  'host.chooseImport': {
    readonly input: { readonly what: 'files' | 'folder'; readonly tags: readonly string[] }
    readonly output: ImportProgress | undefined
  }
  'host.chooseWatchedFolder': {
    readonly input: { readonly afterwards: 'keep' | 'remove' }
    readonly output: WatchedFolder | undefined
  }
  'host.export': {
    readonly input: {
      readonly exportId: string
      readonly selection: CallInput<'exports.preview'>['selection']
      readonly format: HostFormat
      readonly title: string
      readonly parts: readonly PackagePart[]
      readonly audience: Audience
    }
    readonly output: ExportResult | undefined
  }
  'host.openArchive': { readonly input: { readonly create: boolean }; readonly output: ArchiveSummary | undefined }
  'host.saveOriginal': {
    readonly input: { readonly fileId: string }
    readonly output: { readonly path: string } | undefined
  }
  'host.showExport': { readonly input: { readonly path: string }; readonly output: undefined }
}

export type HostActName = keyof HostActs

/** The names of the host's menu entries that the page carries out. */
export const menuCommands = ['import-files', 'import-folder', 'export', 'find', 'undo', 'archives', 'settings'] as const
export type MenuCommand = (typeof menuCommands)[number]

export type HostNotice = EngineEvent | { readonly type: 'menu'; readonly command: MenuCommand }

/** What the sandboxed preload puts on `window.chancery` in the desktop program. In a browser there is none. */
export interface DesktopBridge {
  /** Makes a call of the contract as the page; never rejects, failures are in the reply. */
  call(name: string, input: unknown): Promise<Reply>
  act(name: string, input: unknown): Promise<Reply>
  /** Imports files that the person dropped on the page or chose in it; their paths stay outside the page. */
  importFiles(files: readonly File[], tags: readonly string[]): Promise<Reply>
  subscribe(listener: (notice: HostNotice) => void): () => void
}
