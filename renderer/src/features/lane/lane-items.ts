import type { DescribedField, Evidence, Refusal } from '../../../../electron/contract/schemas.ts'
import { describedFields } from '../../../../electron/contract/vocabulary.ts'
import type { DocumentRecord } from '../reader/ReaderPane.tsx'

/** Where the words stand from which something was read. */
export interface Words {
  readonly page: number
  readonly start: number
  readonly end: number
}

/** A line of the lane: a value of the description, or something that was read in the text. */
export type LaneItem =
  | {
      readonly type: 'field'
      readonly key: DescribedField
      readonly value: string
      readonly evidence: Evidence | undefined
      readonly words: Words | undefined
    }
  | {
      readonly type: 'fact'
      readonly key: string
      readonly section: 'agreements' | 'commitments' | 'names'
      readonly refusal: Refusal
      readonly detail: string
      readonly isRefused: boolean
      readonly words: Words | undefined
    }

function wordsOf(evidence: Evidence | undefined): Words | undefined {
  const { page, start, end } = evidence ?? {}
  return page === undefined || start === undefined || end === undefined ? undefined : { page, start, end }
}

function fieldsOf(record: DocumentRecord): LaneItem[] {
  return describedFields.map((key) => ({
    ...{ type: 'field', key, value: record[key], evidence: record.evidence[key] },
    words: wordsOf(record.evidence[key]),
  }))
}

/** So many names of one document are shown: a list of two hundred signatories is looked through under `Facts`. */
const mostNames = 30

function namesOf(record: DocumentRecord): LaneItem[] {
  const seen = new Set<string>()
  return record.mentions.flatMap((mention): LaneItem[] => {
    const { type, value, page, start, end, rank, office } = mention
    if (type === 'agreement' || type === 'date' || value === '') return []
    const key = `${type} ${value}`
    if (seen.has(key) || seen.size >= mostNames) return []
    seen.add(key)
    const detail = [rank, office].filter((each) => each !== undefined).join(', ')
    const refusal: Refusal = { about: type, words: value }
    return [
      { ...{ type: 'fact', section: 'names', isRefused: false }, key, refusal, detail, words: { page, start, end } },
    ]
  })
}

/** Everything that a person decides about a document, in the order in which it is shown. */
export function itemsOf(record: DocumentRecord): LaneItem[] {
  const read = (
    section: 'agreements' | 'commitments',
    about: Refusal['about'],
    evidence: DocumentRecord['commitments'][number]['evidence'],
    detail: string,
  ): LaneItem => {
    const { page, start, end, text } = evidence
    const refusal = { about, words: text.slice(0, 2000) }
    const key = `${about} ${page} ${start}`
    return { ...{ type: 'fact', section, isRefused: false }, key, refusal, detail, words: { page, start, end } }
  }
  return [
    ...fieldsOf(record),
    ...record.agreements.map(({ evidence, title }) => read('agreements', 'agreement', evidence, title)),
    ...record.commitments.map(({ evidence, due }) => read('commitments', 'commitment', evidence, due)),
    ...namesOf(record),
    ...record.refused.map((refusal): LaneItem => ({
      ...{ type: 'fact', key: `refused ${refusal.about} ${refusal.words}`, refusal, detail: '', isRefused: true },
      section: refusal.about === 'agreement' ? 'agreements' : refusal.about === 'commitment' ? 'commitments' : 'names',
      words: undefined,
    })),
  ]
}
