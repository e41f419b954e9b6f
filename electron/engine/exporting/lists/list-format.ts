import type { CataloguedRecord } from '../../documents/records.store.ts'

/** What a list says of itself. */
export interface ListHead {
  readonly title: string
  /** The title of the archive that its documents are from. */
  readonly archive: string
  readonly archiveId: string
  /** The day that the list states. */
  readonly date: Date
  /** Titles and days of issue of all its documents, for a table of contents. */
  readonly documents: readonly { readonly id: string; readonly title: string; readonly issued: string }[]
}

/** A list of documents in one file: how it begins, one document of it, how it ends. */
export interface ListFormat {
  readonly begin: (head: ListHead) => string
  /** `number` counts the documents from 1. */
  readonly item: (record: CataloguedRecord, number: number, head: ListHead) => string
  readonly end: string
  /** Of a format that is a zip file: the entry that holds all this, and what else is in it. */
  readonly entries?: {
    readonly name: string
    readonly others: (head: ListHead) => readonly (readonly [name: string, content: string])[]
  }
}

/** How many documents there are, in the language in which exports speak of themselves. */
export const countText = (documents: number): string => `${documents} ${documents === 1 ? 'document' : 'documents'}`
