import type { ArchiveSummary } from '../contract/schemas.ts'
import type { ReadContext } from './context.ts'
import { countDocuments } from './documents/documents.store.ts'
import { coverageOf } from './search/run-search.ts'
import { allTags } from './tags/tags.store.ts'

/** The archive in figures. */
export function summarise(context: ReadContext): ArchiveSummary {
  context.memory.refresh()
  const { documents, pages, bytes } = countDocuments(context.db)
  const { id, title, sample } = context.folder.card
  return {
    ...{ id, title, documents, pages },
    path: context.folder.root,
    readOnly: context.readOnly,
    sample: sample === true,
    originalBytes: bytes,
    tags: allTags(context.db).length,
    coverage: coverageOf(context),
  }
}
