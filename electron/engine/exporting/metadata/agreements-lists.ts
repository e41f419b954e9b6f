import type { DocumentRecord } from '../../../contract/schemas.ts'
import { csvHeader, csvRow } from '../csv.ts'
import { jsonLines } from './json.ts'
import type { DescriptionWriter, PackageItem } from './package-contents.ts'

type AgreementOfDocument = DocumentRecord['agreements'][number]
export interface ListedAgreement extends Pick<AgreementOfDocument, 'id' | 'title' | 'parties' | 'signed'> {
  readonly links: (Pick<AgreementOfDocument, 'role' | 'evidence'> & { readonly document: string })[]
}

/** Agreements by day of signature, each with the words of the exported documents alone: what is not exported says nothing here. */
export function agreementsIn(items: readonly PackageItem[]): ListedAgreement[] {
  const found = new Map<string, ListedAgreement>()
  for (const { record } of items)
    for (const { id, title, parties, signed, role, evidence } of record.agreements) {
      const known = found.get(id) ?? { id, title, parties, signed, links: [] }
      known.links.push({ role, evidence, document: record.id })
      found.set(id, known)
    }
  return [...found.values()].sort((a, b) =>
    a.signed === b.signed ? (a.id < b.id ? -1 : 1) : a.signed < b.signed ? -1 : 1,
  )
}

const documentsOf = ({ links }: ListedAgreement, wanted: 'carries' | 'cites'): string[] => [
  ...new Set(links.filter(({ role }) => role === wanted).map(({ document }) => document)),
]

export const agreementColumns = [
  ['identifier', 'http://purl.org/dc/terms/identifier', 'of the agreement in the archive'],
  ['title', 'http://purl.org/dc/terms/title', 'as its text or those that cite it have it'],
  ['parties', 'https://schema.org/participant', 'states and bodies'],
  ['signed', 'http://purl.org/dc/terms/date', 'the day of signature, as EDTF'],
  ['carriedBy', 'https://schema.org/workExample', 'identifiers of the documents that are its text'],
  ['citedBy', 'http://purl.org/dc/terms/isReferencedBy', 'identifiers of the documents that speak of it'],
] as const

/** `agreements.csv`: agreements that the documents carry or cite. */
export const writeAgreementsCsv: DescriptionWriter = function* (contents) {
  yield csvHeader(agreementColumns.map(([name]) => name))
  for (const agreement of agreementsIn(contents.items)) {
    const { id, title, parties, signed } = agreement
    const documents = [documentsOf(agreement, 'carries'), documentsOf(agreement, 'cites')]
    yield csvRow([
      id,
      title,
      parties.map(({ name }) => name).join('|'),
      signed,
      ...documents.map((ids) => ids.join('|')),
    ])
  }
}

const context = [
  'https://schema.org',
  {
    oa: 'http://www.w3.org/ns/oa#',
    ...{ signed: 'https://schema.org/legislationDate', parties: 'https://schema.org/participant' },
    ...{ carriedBy: 'https://schema.org/workExample', citedBy: 'http://purl.org/dc/terms/isReferencedBy' },
    ...{
      quotedIn: 'oa:hasTarget',
      page: 'https://schema.org/pagination',
      exact: 'oa:exact',
      start: 'oa:start',
      end: 'oa:end',
    },
  },
]

/** `agreements.jsonld`: the same with the words, their page and their place in its text by which each document names the agreement. */
export const writeAgreementsJson: DescriptionWriter = (contents) => {
  const entities = agreementsIn(contents.items).map(({ id, title, parties, signed, links }) => ({
    ...{ '@id': `#${id}`, '@type': 'Legislation', identifier: id, name: title },
    ...(signed === '' ? {} : { signed }),
    parties: parties.map(({ name, country }) => ({
      ...{ '@type': country === undefined ? 'Organization' : 'Country', name },
      ...(country === undefined ? {} : { identifier: country }),
    })),
    quotedIn: links.map(({ document, role, evidence: { page, start, end, text } }) => ({
      ...{ '@type': 'oa:TextPositionSelector', [role === 'carries' ? 'carriedBy' : 'citedBy']: document },
      ...{ page, start, end, exact: text },
    })),
  }))
  return jsonLines(`{"@context":${JSON.stringify(context)},"@graph":[`, entities, ']}')
}
