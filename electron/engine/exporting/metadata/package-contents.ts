import type { CataloguedRecord } from '../../documents/records.store.ts'
import type { NameType } from '../../../contract/vocabulary.ts'
import type { WrittenFile } from '../package-writer.ts'

/** A name that a document's text mentions, once however often it stands there. */
export interface NamedThing {
  readonly type: NameType
  readonly name: string
  readonly country: string
}

/** A record without what is as long as its text. */
export type DescribedRecord = Omit<CataloguedRecord, 'pages' | 'mentions' | 'evidence' | 'refused'>

/** A document in a package: its description without its text, and the files that hold it. */
export interface PackageItem {
  readonly record: DescribedRecord
  readonly pages: number
  /** Undefined when the original is missing from the archive. */
  readonly original: WrittenFile | undefined
  readonly text: WrittenFile
  /** What of it the package does not hold because it may not leave: the document itself, which is only told of, or its original. */
  readonly withheld: 'document' | 'original' | undefined
  readonly names: readonly NamedThing[]
}

/** Everything that the descriptions of a package tell. Paths are those of the payload, `data/…`. */
export interface PackageContents {
  readonly title: string
  readonly archive: { readonly id: string; readonly title: string }
  /** When the package was made, as far as it says so. */
  readonly date: Date
  readonly items: readonly PackageItem[]
  /** Whether it holds the records from which its documents can be restored. */
  readonly hasRecords: boolean
}

/** A file of a package that describes the others, in pieces. */
export type DescriptionWriter = (contents: PackageContents) => Iterable<string>

/** The description without what is long: a package of many documents is described in memory. */
export function packageItem(
  record: CataloguedRecord,
  files: Pick<PackageItem, 'original' | 'text' | 'withheld'>,
): PackageItem {
  const names = new Map<string, NamedThing>()
  for (const { type, value, country = '' } of record.mentions)
    if (type !== 'date' && type !== 'agreement' && value !== '')
      names.set(`${type}\u0000${value}`, { type, name: value, country })
  const { id, file, title, kind, language, issued, issuer, place, reference, summary } = record
  const { importedAt, tags, container, members, link, agreements, commitments, catalogued, access } = record
  const described: DescribedRecord = {
    ...{ id, file, title, kind, language, issued, issuer, place, reference, summary },
    ...{ importedAt, tags, members, link, agreements, commitments, catalogued },
    ...(container === undefined ? {} : { container }),
    ...(access === undefined ? {} : { access }),
  }
  return { record: described, pages: record.pages.length, ...files, names: [...names.values()] }
}

/** A path of the payload as it is seen from a file in `data/metadata/`. */
export const fromMetadata = (name: string): string => `../${encodePath(name.replace(/^data\//, ''))}`

/** A path as the path of an address: each part percent-encoded. */
export const encodePath = (name: string): string => name.split('/').map(encodeURIComponent).join('/')

/** The bibliographic code of a language (ISO 639-2/B), its name in English, and its script (ISO 15924). */
export const languageCodes = {
  en: { code: 'eng', name: 'English', script: 'Latn' },
  fr: { code: 'fre', name: 'French', script: 'Latn' },
  ar: { code: 'ara', name: 'Arabic', script: 'Arab' },
  und: { code: 'und', name: 'Undetermined', script: 'Zyyy' },
} as const

/** How much there is of a document. */
export const extentOf = ({ record, pages }: PackageItem): string =>
  `${pages} ${pages === 1 ? 'page' : 'pages'}, ${record.file.bytes} bytes`
