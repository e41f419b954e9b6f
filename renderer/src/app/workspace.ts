import { createContext, useContext } from 'react'
import type { CallInput, CallOutput } from '../../../electron/contract/calls.ts'
import type { ChosenFile, ImportProgress } from '../client/client.ts'
import { createStore, useStore, type Store } from './store.ts'

export type Sort = CallInput<'search.run'>['sort']
/** The documents that an act is about: those marked in the list, or all that the query finds. */
export type Marked = ReadonlySet<string> | 'all'
export type SavedSearch = CallOutput<'searches.list'>['searches'][number]
export type CollectionRow = CallOutput<'collections.list'>['collections'][number]
export type Selection = CallInput<'tags.assign'>['selection']

/** The dialog that stands over the page; at most one at a time. */
export type OpenDialog =
  | { readonly type: 'import'; readonly files?: readonly ChosenFile[] }
  | { readonly type: 'export'; readonly selection: Selection; readonly title: string }
  | { readonly type: 'tag'; readonly selection: Selection; readonly count: number; readonly act: 'add' | 'remove' }
  | {
      readonly type: 'restrict'
      readonly selection: Selection
      readonly count: number
      readonly access?: { readonly reason: string; readonly review: string }
    }
  | { readonly type: 'remove'; readonly selection: Selection; readonly count: number }
  | { readonly type: 'register'; readonly agreement?: string }
  | { readonly type: 'save-search'; readonly search?: SavedSearch }
  | { readonly type: 'collection'; readonly collection?: CollectionRow }
  | { readonly type: 'put-in-collection'; readonly selection: Selection; readonly count: number }
  | { readonly type: 'rename-tag' | 'move-tag' | 'remove-tag'; readonly path: string }
  | { readonly type: 'history' | 'imports' | 'settings' | 'about' | 'shortcuts' | 'thesaurus' | 'many' }
  | { readonly type: 'lane' | 'names' | 'rules' | 'redactions' | 'keeping' }

/** What the person is looking at. Everything else is derived from it and from the engine's answers. */
export interface Workspace {
  readonly text: string
  readonly sort: Sort
  readonly documentId: string | undefined
  /** At which of its hits the document is entered. */
  readonly entersAt: 'first' | 'last'
  readonly marked: Marked
  readonly dialog: OpenDialog | undefined
  /** The reader fills the window. */
  readonly reading: boolean
  readonly progress: ImportProgress | undefined
  readonly exported: { readonly exportId: string; readonly done: number; readonly total: number } | undefined
  readonly connected: boolean
}

const atFirst: Workspace = {
  text: '',
  sort: 'relevance',
  documentId: undefined,
  entersAt: 'first',
  marked: new Set(),
  dialog: undefined,
  reading: false,
  progress: undefined,
  exported: undefined,
  connected: true,
}

export type WorkspaceStore = Store<Workspace>

export function createWorkspace(): WorkspaceStore {
  return createStore(atFirst)
}

export const WorkspaceContext = createContext<WorkspaceStore | undefined>(undefined)

/** The store of this page, for acts; components that show something use `useWorkspace`. */
export function useWorkspaceStore(): WorkspaceStore {
  const store = useContext(WorkspaceContext)
  if (store === undefined) throw new Error('useWorkspaceStore needs a WorkspaceContext above it.')
  return store
}

/** A part of what the person is looking at. */
export function useWorkspace<P>(select: (workspace: Workspace) => P): P {
  return useStore(useWorkspaceStore(), select)
}

/** Runs another query; what was marked in the old list is let go. */
export function searchFor(store: WorkspaceStore, text: string, sort?: Sort): void {
  store.update((workspace) =>
    workspace.text === text && (sort ?? workspace.sort) === workspace.sort
      ? workspace
      : { ...workspace, text, sort: sort ?? workspace.sort, marked: new Set() },
  )
}

export function openDialog(store: WorkspaceStore, dialog: OpenDialog | undefined): void {
  store.update((workspace) => ({ ...workspace, dialog }))
}

export function openDocument(
  store: WorkspaceStore,
  documentId: string | undefined,
  entersAt: Workspace['entersAt'] = 'first',
): void {
  store.update((workspace) => ({
    ...workspace,
    documentId,
    entersAt,
    reading: workspace.reading && documentId !== undefined,
  }))
}

/** Back to an empty table, as when another archive is opened. */
export function clearWorkspace(store: WorkspaceStore): void {
  store.update(({ connected }) => ({ ...atFirst, connected }))
}

/** What an act on the marked documents is about. */
export function selectionOf(marked: Marked, text: string): Selection {
  return marked === 'all' ? { query: text } : { ids: [...marked] }
}
