import type { WrittenFile } from '../package-writer.ts'
import { jsonLines } from './json.ts'
import { type DescriptionWriter, type PackageContents, type PackageItem, encodePath } from './package-contents.ts'

const idOf = (name: string): string => encodePath(name.replace(/^data\//, ''))
const reference = (id: string): { readonly '@id': string } => ({ '@id': id })

const fileEntity = (file: WrittenFile, encodingFormat: string, name: string) => ({
  ...{ '@id': idOf(file.name), '@type': 'File', name, encodingFormat, contentSize: String(file.bytes) },
  sha256: file.sha256,
})

function* entitiesOf(item: PackageItem): Generator {
  const { record, original, text } = item
  const work = `#${record.id}`
  if (original !== undefined)
    yield { ...fileEntity(original, record.file.mediaType, record.file.name), about: reference(work) }
  yield { ...fileEntity(text, 'text/plain', `${record.title} (text)`), about: reference(work) }
  yield {
    ...{ '@id': work, '@type': 'CreativeWork', name: record.title, identifier: record.id },
    ...(record.language === 'und' ? {} : { inLanguage: record.language }),
    ...(record.issued === '' ? {} : { datePublished: record.issued }),
    ...(record.summary === '' ? {} : { abstract: record.summary }),
    ...(record.issuer === '' ? {} : { creator: { '@id': `#issuer-${encodeURIComponent(record.issuer)}` } }),
    ...(record.tags.length === 0 ? {} : { keywords: record.tags.join(', ') }),
    ...(record.agreements.length === 0
      ? {}
      : { citation: [...new Set(record.agreements.map(({ id }) => id))].map((id) => reference(`#${id}`)) }),
    encoding: [original, text].flatMap((file) => (file === undefined ? [] : [reference(idOf(file.name))])),
  }
}

/** Bodies that issued documents, and agreements that these carry or cite: each once. */
function* contextOf({ items }: PackageContents): Generator {
  const issuers = new Set(items.map(({ record }) => record.issuer).filter((issuer) => issuer !== ''))
  for (const name of issuers) yield { '@id': `#issuer-${encodeURIComponent(name)}`, '@type': 'Organization', name }
  const seen = new Set<string>()
  for (const { record } of items)
    for (const { id, title, signed } of record.agreements) {
      if (seen.has(id)) continue
      seen.add(id)
      const date = signed === '' ? {} : { legislationDate: signed }
      yield { '@id': `#${id}`, '@type': 'Legislation', name: title, identifier: id, ...date }
    }
}

const records = [
  'metadata/records.ndjson',
  'application/x-ndjson',
  'Records from which Chancery restores everything',
] as const

const described = [
  ['metadata/items.csv', 'text/csv', 'Documents, one a row, in Dublin Core terms'],
  ['metadata/csvw-metadata.json', 'application/ld+json', 'What the columns of the lists mean (CSV on the Web)'],
  ['metadata/dc.xml', 'application/xml', 'Dublin Core'],
  ['metadata/ead3.xml', 'application/xml', 'Finding aid (EAD3)'],
  ['metadata/ead2002.xml', 'application/xml', 'Finding aid (EAD 2002)'],
  ['metadata/atom-isad.csv', 'text/csv', 'Descriptions (ISAD(G)) for AtoM'],
  ['metadata/premis.xml', 'application/xml', 'Fixity and events (PREMIS 3)'],
  ['metadata/tags.jsonld', 'application/ld+json', 'Tags (SKOS)'],
  ['metadata/agreements.csv', 'text/csv', 'Agreements that the documents carry or cite'],
  ['metadata/agreements.jsonld', 'application/ld+json', 'Agreements with the words that name them'],
  ['metadata/names.csv', 'text/csv', 'Names that the documents mention'],
  ['metadata/names.jsonld', 'application/ld+json', 'Names with the documents that mention them'],
] as const

function* graph(contents: PackageContents): Generator {
  const { title, archive, date, items, hasRecords } = contents
  const lists = hasRecords ? [...described, records] : described
  const day = date.toISOString().slice(0, 10)
  yield {
    ...{ '@id': 'ro-crate-metadata.json', '@type': 'CreativeWork', about: reference('./') },
    conformsTo: reference('https://w3id.org/ro/crate/1.1'),
  }
  const files = items.flatMap(({ original, text }) => (original === undefined ? [text] : [original, text]))
  yield {
    ...{ '@id': './', '@type': 'Dataset', name: title === '' ? archive.title : title },
    description: `${items.length} documents of the archive ${archive.title}`,
    ...{ datePublished: day, license: reference('#rights'), publisher: reference('#archive'), identifier: archive.id },
    hasPart: [...files.map(({ name }) => reference(idOf(name))), ...lists.map(([id]) => reference(id))],
    mentions: items.map(({ record }) => reference(`#${record.id}`)),
  }
  yield { '@id': '#archive', '@type': 'Organization', name: archive.title }
  yield {
    ...{ '@id': '#rights', '@type': 'CreativeWork', name: 'Rights are not stated' },
    description: 'The package gives no licence. Ask whoever handed it over before publishing its documents.',
  }
  for (const [id, encodingFormat, name] of lists) yield { '@id': id, '@type': 'File', name, encodingFormat }
  for (const item of items) yield* entitiesOf(item)
  yield* contextOf(contents)
}

const context = ['https://w3id.org/ro/crate/1.1/context', { sha256: 'https://schema.org/sha256' }]

/** `ro-crate-metadata.json`: the payload as an RO-Crate 1.1, every file of it reachable from the root. */
export const writeRoCrate: DescriptionWriter = (contents) =>
  jsonLines(`{"@context":${JSON.stringify(context)},"@graph":[`, graph(contents), ']}')
