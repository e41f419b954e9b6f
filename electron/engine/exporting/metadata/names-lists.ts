import type { NameType } from '../../../contract/vocabulary.ts'
import { csvHeader, csvRow } from '../csv.ts'
import { jsonLines } from './json.ts'
import type { DescriptionWriter, PackageContents } from './package-contents.ts'

interface ListedName {
  readonly type: NameType
  readonly name: string
  readonly country: string
  readonly documents: readonly string[]
}

/** Names in the order of their type and spelling, each with the documents whose texts mention it. */
function namesOf({ items }: PackageContents): ListedName[] {
  const found = new Map<string, { type: NameType; name: string; country: string; documents: string[] }>()
  for (const { record, names } of items)
    for (const { type, name, country } of names) {
      const key = `${type}\u0000${name}`
      const known = found.get(key)
      if (known === undefined) found.set(key, { type, name, country, documents: [record.id] })
      else known.documents.push(record.id)
    }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name)
}

export const nameColumns = [
  ['type', 'https://schema.org/additionalType', 'person, organisation, place or country'],
  ['name', 'https://schema.org/name', 'as the authority record has it'],
  ['country', 'https://schema.org/addressCountry', 'ISO 3166-1, two letters, where known'],
  ['documents', 'https://schema.org/subjectOf', 'identifiers of the documents that mention it'],
] as const

/** `names.csv`: names that the documents mention. */
export const writeNamesCsv: DescriptionWriter = function* (contents) {
  yield csvHeader(nameColumns.map(([name]) => name))
  for (const { type, name, country, documents } of namesOf(contents))
    yield csvRow([type, name, country, documents.join('|')])
}

const types = { person: 'Person', organisation: 'Organization', place: 'Place', country: 'Country' } as const

/** `names.jsonld`: the same in the vocabulary of schema.org. */
export const writeNamesJson: DescriptionWriter = function* (contents) {
  const entities = namesOf(contents).map(({ type, name, country, documents }) => ({
    ...{ '@id': `#${type}-${encodeURIComponent(name)}`, '@type': types[type], name },
    ...(country === '' ? {} : { addressCountry: country }),
    subjectOf: documents.map((id) => ({ '@id': `#${id}` })),
  }))
  yield* jsonLines('{"@context":"https://schema.org","@graph":[', entities, ']}')
}
