import { edtfBounds } from '../../../contract/edtf.ts'
import type { CataloguedRecord } from '../../documents/records.store.ts'
import type { ListFormat } from './list-format.ts'

const indexName = 'chancery'

/** A day as a number, 20260118, as a date of ISO 8601. */
const isoDay = (day: number): string => {
  const digits = String(day).padStart(8, '0')
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`
}

const text = (analyzer: string) => ({ type: 'text', analyzer })
const keyword = { type: 'keyword', ignore_above: 1000 }

/** What OpenSearch and Elasticsearch are told of the fields: texts by their language, the rest as it is. */
const mapping = {
  settings: { index: { number_of_shards: 1 } },
  mappings: {
    dynamic: 'strict',
    properties: {
      ...{ id: keyword, kind: keyword, language: keyword, issued: keyword },
      issued_range: { type: 'date_range', format: 'yyyy-MM-dd' },
      ...{ issuer: keyword, place: keyword, reference: keyword, tags: keyword, access: keyword },
      imported_at: { type: 'date', format: 'epoch_millis' },
      ...{ title: { ...text('standard'), fields: { keyword } }, summary: text('standard') },
      ...{ text_en: text('english'), text_fr: text('french'), text_ar: text('arabic'), text_und: text('standard') },
      ...{ persons: keyword, organisations: keyword, places: keyword, countries: keyword },
      agreements: {
        type: 'nested',
        properties: { id: keyword, title: text('standard'), role: keyword, signed: keyword },
      },
      file: {
        properties: { name: keyword, bytes: { type: 'long' }, sha256: keyword, media_type: keyword },
      },
    },
  },
}

const readMe = `bulk.ndjson and mapping.json are for a cluster of OpenSearch (1 or later) or Elasticsearch (7 or later):

  curl -X PUT  CLUSTER/${indexName} -H 'Content-Type: application/json' --data-binary @mapping.json
  curl -X POST CLUSTER/_bulk -H 'Content-Type: application/x-ndjson' --data-binary @bulk.ndjson

A cluster takes about 100 MB at once: split a larger bulk.ndjson between any two pairs of lines.
Texts are in text_en, text_fr, text_ar or text_und, by their language. "issued" is EDTF (ISO 8601-2), "issued_range" its
first and last day.
`

function named(record: CataloguedRecord, type: string): string[] {
  return [...new Set(record.mentions.flatMap((each) => (each.type === type && each.value !== '' ? [each.value] : [])))]
}

function source(record: CataloguedRecord): object {
  const { id, kind, language, issued, issuer, place, reference, summary, title, tags, access, file, pages } = record
  const bounds = issued === '' ? undefined : edtfBounds(issued)
  return {
    ...{ id, kind, language, title, issuer, place, reference, summary, tags, imported_at: record.importedAt },
    ...(issued === '' ? {} : { issued }),
    ...(bounds === undefined ? {} : { issued_range: { gte: isoDay(bounds.from), lte: isoDay(bounds.to) } }),
    ...(access === undefined ? {} : { access: access.reason }),
    [`text_${language}`]: pages.map((page) => page.text).join('\n\n'),
    ...{ persons: named(record, 'person'), organisations: named(record, 'organisation') },
    ...{ places: named(record, 'place'), countries: named(record, 'country') },
    agreements: record.agreements.map(({ id: own, title: name, role, signed }) => ({
      id: own,
      title: name,
      role,
      signed,
    })),
    file: { name: file.name, bytes: file.bytes, sha256: file.sha256, media_type: file.mediaType },
  }
}

/** What a search cluster loads when one computer is no longer enough: a bulk request, a mapping, and how to use them. */
export const searchCluster: ListFormat = {
  entries: {
    name: 'bulk.ndjson',
    others: () => [
      ['mapping.json', `${JSON.stringify(mapping, null, 2)}\n`],
      ['README.txt', readMe],
    ],
  },
  begin: () => '',
  item: (record) =>
    `${JSON.stringify({ index: { _index: indexName, _id: record.id } })}\n${JSON.stringify(source(record))}\n`,
  end: '',
}
