/** What a document is, in the words of the field. `other` is an answer too: it says that nobody could tell. */
export const documentKinds = [
  'press-release',
  'joint-communique',
  'statement',
  'speech',
  'agreement',
  'memorandum',
  'protocol',
  'minutes',
  'letter',
  'report',
  'other',
] as const
export type DocumentKind = (typeof documentKinds)[number]

/** What a description says of a document. */
export const describedFields = [
  'title',
  'kind',
  'language',
  'issued',
  'issuer',
  'place',
  'reference',
  'summary',
] as const

/** The languages that have an analyser of their own. Any other is kept as `und` (ISO 639-2: undetermined). */
export const languages = ['en', 'fr', 'ar', 'und'] as const
export type Language = (typeof languages)[number]

/**
 * How the text of a page was come by. `text`: read as it stands. `repaired`: read, and its order or letter forms put right.
 * `ocr`: read from a picture by a program, with a confidence. `image`: a picture of a page, which no search can see. `empty`: there
 * is nothing on it.
 */
export const pageGrades = ['text', 'repaired', 'ocr', 'image', 'empty'] as const
export type PageGrade = (typeof pageGrades)[number]

/** Why a file did not become a document. The file itself is untouched where it was. */
export const refusalReasons = [
  'damaged',
  'empty',
  'encrypted',
  'no-text',
  'not-a-file',
  'out-of-memory',
  'permission',
  'timed-out',
  'too-deep',
  'too-large',
  'too-many',
  'unknown-type',
  'unreadable',
  'vanished',
  'disk-full',
  'withheld',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/**
 * Reasons that lie in the circumstances and not in the file: the same file may well be taken in at the next attempt. A file with
 * one of these has failed; a file with any other is refused.
 */
export const passingReasons: readonly RefusalReason[] = [
  'disk-full',
  'out-of-memory',
  'permission',
  'timed-out',
  'unreadable',
  'vanished',
]

/**
 * How far an import is with a file. On its way: `waiting` (found), `stored` (a copy of its bytes is safe on disk), `extracted` (its
 * own text is catalogued, the files that it holds are not yet unpacked). At its end: `catalogued`, `duplicate` (another document
 * has these bytes), `unchanged` (this very file, from this very place, is here already), `refused` or `failed`, with a reason.
 */
export const importFileStates = [
  'waiting',
  'stored',
  'extracted',
  'catalogued',
  'duplicate',
  'unchanged',
  'refused',
  'failed',
] as const
export type ImportFileState = (typeof importFileStates)[number]

export const importStates = ['running', 'done', 'cancelled', 'interrupted'] as const
export type ImportState = (typeof importStates)[number]

export const exportFormats = [
  ...(['bag', 'bag-zip', 'csv', 'xlsx', 'docx', 'html'] as const),
  ...(['csl-json', 'ris', 'bibtex', 'search-cluster'] as const),
] as const
export type ExportFormat = (typeof exportFormats)[number]

/** What a host can make beyond what the engine writes: the desktop prints. */
export const hostFormats = [...exportFormats, 'pdf'] as const
export type HostFormat = (typeof hostFormats)[number]

/** How the name of an export ends; that of a folder does not. */
export const exportExtensions: Readonly<Record<HostFormat, string>> = {
  ...{ bag: '', 'bag-zip': '.zip', csv: '.csv', xlsx: '.xlsx', docx: '.docx', html: '.html', pdf: '.pdf' },
  ...{ 'csl-json': '.json', ris: '.ris', bibtex: '.bib', 'search-cluster': '.zip' },
}

/** What a package can hold beside the texts: the files as they were imported, descriptions for larger archives, records from which everything can be restored, a page to read it all. */
export const packageParts = ['originals', 'descriptions', 'records', 'reading-copy'] as const
export type PackagePart = (typeof packageParts)[number]

/** What a check of an original found. */
export const fixityOutcomes = ['sound', 'changed', 'missing', 'unreadable'] as const
export type FixityOutcome = (typeof fixityOutcomes)[number]

/** Whom an export is for. `anyone`: what is restricted or marked for redaction stays out, and where files lay. */
export const audiences = ['anyone', 'institution'] as const
export type Audience = (typeof audiences)[number]

/** What authority records are about. */
export const nameTypes = ['person', 'organisation', 'place', 'country'] as const
export type NameType = (typeof nameTypes)[number]

export const mentionTypes = ['person', 'organisation', 'place', 'country', 'date', 'agreement'] as const

/**
 * How two documents belong together. `same-text`: word for word the same, in two files. `edition`: the same text in the same
 * language with changes. `translation`: the same text in another language.
 */
export const editionRelations = ['same-text', 'edition', 'translation'] as const
export type EditionRelation = (typeof editionRelations)[number]

/** What a person can say of two documents. `unrelated` pairs are never proposed again. */
export const editionDecisions = ['edition', 'translation', 'unrelated'] as const
export type EditionDecision = (typeof editionDecisions)[number]

/** How results are ordered. `collection`: as the collection has them that the query names first. */
export const sorts = ['relevance', 'date', 'title', 'imported', 'collection'] as const
export type Sort = (typeof sorts)[number]

/** What quick find can find. */
export const suggestionTypes = ['document', 'tag', 'kind', 'collection', 'search', 'command'] as const

/** Why a word of a document answers a word of a query. */
export const matchReasons = ['word', 'stem', 'prefix', 'spelling', 'synonym'] as const
export type MatchReason = (typeof matchReasons)[number]

/** Stretches of time by their relation to today, as a query prints them. */
export const periods = [
  'today',
  'yesterday',
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'this-year',
  'last-year',
] as const
export type Period = (typeof periods)[number]

/** What a query can ask a document to have. */
export const havings = ['text', 'date', 'tag', 'pictures', 'catalogued'] as const
export type Having = (typeof havings)[number]
