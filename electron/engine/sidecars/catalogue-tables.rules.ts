/** Tables whose rows belong to one document, and the column that says to which. They lie in the sidecar of that document. */
export const documentTables = {
  document: 'number',
  file: 'document',
  page: 'document',
  document_tag: 'document',
  mention_list: 'document',
  agreement_link: 'document',
  commitment: 'document',
  happening: 'document',
  refusal: 'document',
  access_condition: 'document',
  import_file: 'document',
} as const
export type DocumentTable = keyof typeof documentTables

/** Tables whose rows documents refer to: they lie among the archive's own records, and with every document that refers to them. */
export const sharedTables = ['import', 'tag', 'name', 'agreement'] as const

/** Tables of the archive as a whole. Of `import_file` it is the rows that name no document. */
export const archiveTables = [
  ...sharedTables,
  ...(['import_file', 'collection', 'collection_document', 'edition', 'saved_search', 'concept', 'redaction'] as const),
  ...(['standing_rule', 'watched_folder', 'earlier_event', 'event'] as const),
] as const

/** Tables of what can be made anew from the others, or is forgotten without harm. */
export const derivedTables = [
  ...(['source', 'signature', 'index_entry', 'index_state', 'index_queue', 'posting', 'form'] as const),
  ...(['change_feed', 'feed_reader', 'fixity_check', 'sqlite_sequence'] as const),
] as const

export type KeptTable = DocumentTable | (typeof archiveTables)[number]

/** Whether a name, read in a file, is that of a table that is kept outside the catalogue. */
export const isKeptTable = (name: string): name is KeptTable =>
  Object.hasOwn(documentTables, name) || (archiveTables as readonly string[]).includes(name)

/** Whether the rows of a table belong to one document each. */
export const isOfDocument = (table: KeptTable): table is DocumentTable => Object.hasOwn(documentTables, table)

/** Whether a sidecar may have rows of this table: it tells of one document, and of what that refers to. */
export const isInSidecar = (table: KeptTable): boolean =>
  isOfDocument(table) || (sharedTables as readonly string[]).includes(table)
