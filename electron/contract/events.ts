import type { ImportProgress } from './schemas.ts'

/** What changed, so that whoever shows it can ask again. Values never travel in events, except for progress. */
export type Subject =
  | 'access'
  | 'archive'
  | 'collections'
  | 'documents'
  | 'history'
  | 'imports'
  | 'ocr'
  | 'rules'
  | 'searches'
  | 'tags'
  | 'thesaurus'
  | 'watches'

export type EngineEvent =
  | { readonly type: 'archives.changed' }
  | { readonly type: 'archive.changed'; readonly subjects: readonly Subject[] }
  | { readonly type: 'imports.progress'; readonly progress: ImportProgress }
  | { readonly type: 'exports.progress'; readonly exportId: string; readonly done: number; readonly total: number }

export type EventListener = (event: EngineEvent) => void
