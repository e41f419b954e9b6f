import { edtfBounds } from '../../contract/edtf.ts'
import type { Notice } from '../../contract/schemas.ts'
import { type DocumentKind, documentKinds } from '../../contract/vocabulary.ts'
import { findFullDates, monthOf } from '../cataloguing/dates.rules.ts'
import { segmentWords } from '../language/segment.ts'
import { havingOfName, kindOfName, languageOfName } from './field-names.ts'
import { type QueryPart, lexQuery } from './lex-query.ts'
import { periodOf } from './periods.ts'
import { type QueryNode, type Scope, type ValueField, type WordsNode, isScope } from './query-tree.ts'

export type NoteNotice = (code: Notice['code'], text: string) => void

interface Place {
  readonly start: number
  readonly end: number
}

const shortestPrefix = 2
const shortestMisspelt = 3
const longestMisspelt = 32
const farthestWords = 50

/** Whether text that stands alone is read as one plain word, without signs. */
function isPlain(text: string): boolean {
  const [token, ...more] = lexQuery(text)
  if (more.length > 0 || token?.type !== 'part') return false
  return !token.quoted && !token.star && !token.equals && token.tilde === undefined && token.field === undefined
}

/** Words of the query as a node that prints as it reads: what would be syntax stands in quotes. */
function plainNode(written: string, place: Place, scope: Scope | undefined): WordsNode | undefined {
  const words = segmentWords(written)
  const first = words[0]
  const last = words.at(-1)
  if (first === undefined || last === undefined) return undefined
  const text = written.slice(first.start, last.end)
  const common = { ...place, ...(scope === undefined ? {} : { scope }) }
  return isPlain(text) ? { ...common, type: 'word', text } : { ...common, type: 'phrase', text: unquoted(written) }
}

const unquoted = (text: string): string => text.replaceAll('"', ' ').trim()

function quotedNode(part: QueryPart, place: Place, scope: Scope | undefined): WordsNode | undefined {
  const words = segmentWords(part.text)
  if (words.length === 0) return undefined
  const phrase = {
    ...place,
    ...(scope === undefined ? {} : { scope }),
    type: 'phrase',
    text: unquoted(part.text),
  } as const
  if (part.tilde === undefined || words.length < 2) return phrase
  return { ...phrase, within: Math.min(part.tilde, farthestWords) }
}

/** `=word`, `word*`, `word~1`: what the sign asks for, where it can be had for this word. */
function signedNode(part: QueryPart, place: Place, note: NoteNotice, scope: Scope | undefined): WordsNode | undefined {
  const words = segmentWords(part.text)
  const [word] = words
  if (word === undefined) return undefined
  const common = { ...place, ...(scope === undefined ? {} : { scope }) }
  if (part.equals && words.length > 1) return { ...common, type: 'phrase', text: unquoted(part.text) }
  const text = part.text.slice(word.start, word.end)
  const isAlone = words.length === 1 && isPlain(text)
  if (part.equals)
    return { ...common, ...(isAlone ? { type: 'exact', text } : { type: 'phrase', text: unquoted(text) }) }
  if (part.star) {
    if (isAlone && word.exact.length >= shortestPrefix) return { ...common, type: 'prefix', text }
    note('prefix-too-short', `${part.text}*`)
  } else if (part.tilde !== undefined) {
    const { length } = word.exact
    if (isAlone && length >= shortestMisspelt && length <= longestMisspelt)
      return { ...common, type: 'fuzzy', text, edits: part.tilde >= 2 ? 2 : 1 }
    note('misspelling-not-sought', `${part.text}~`)
  }
  return plainNode(part.text, place, scope)
}

function dateOf(written: string): string | undefined {
  const [full] = findFullDates(written)
  if (full !== undefined) return full.value
  const monthAndYear = /^(.+?)[\s-]+(\d{4})$/u.exec(written)
  const month = monthAndYear === null ? undefined : monthOf((monthAndYear[1] ?? '').replaceAll('-', ' '))
  return month === undefined ? undefined : `${monthAndYear?.[2] ?? ''}-${String(month).padStart(2, '0')}`
}

const toAsciiDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))

/** A date, a range or a period in the spelling of the catalogue. */
function dateValue(written: string): string | undefined {
  const text = toAsciiDigits(written).trim()
  const period = periodOf(text)
  if (period !== undefined) return period
  const edtf = (text.includes('/') ? text : text.replace('..', '/')).toUpperCase()
  if (edtfBounds(edtf) !== undefined) return edtf
  const ends = text.split(/\s*(?:\.\.|\/)\s*/u)
  if (ends.length > 2) return undefined
  const dates = ends.map((end) => (edtfBounds(end) === undefined ? (end === '' ? '' : dateOf(end)) : end))
  if (dates.includes(undefined)) return undefined
  const value = dates.join('/')
  return edtfBounds(value) === undefined ? undefined : value
}

/** The value of a field as the catalogue knows it; `undefined`, with a notice, for one that it cannot know. */
function valueOf(field: ValueField, written: string, note: NoteNotice): string | undefined {
  const lower = written.toLowerCase()
  switch (field) {
    case 'tag':
    case 'file':
    case 'collection':
    case 'new':
    case 'person':
    case 'org':
    case 'place':
    case 'country':
    case 'party':
    case 'agreement':
      return written
    case 'widen':
      return ['none', 'non', 'aucun', 'لا'].includes(lower) ? 'none' : written
    case 'kind': {
      const kind = documentKinds.includes(lower as DocumentKind) ? lower : kindOfName(lower)
      if (kind === undefined) note('unknown-kind', written)
      return kind
    }
    case 'lang': {
      const language = languageOfName(lower)
      if (language === undefined) note('unknown-language', written)
      return language
    }
    case 'has': {
      const having = havingOfName(lower)
      if (having === undefined) note('unknown-having', written)
      return having
    }
    case 'issued':
    case 'mentions':
    case 'imported': {
      const date = lower === 'none' && field !== 'imported' ? lower : dateValue(written)
      if (date === undefined) note('unknown-date', written)
      return date
    }
  }
}

/** What a word, a quotation or a field asks for; `undefined` when there is no word in it. */
export function nodeOfPart(part: QueryPart, note: NoteNotice): QueryNode | undefined {
  const { start, end, field } = part
  const place = { start, end }
  if (part.unclosed) note('quote-not-closed', part.text)
  if (part.unknownField !== undefined) note('unknown-field', part.unknownField)
  if (field !== undefined && part.text.trim() === '') {
    note('field-without-value', field)
    return undefined
  }
  if (field === undefined || isScope(field)) {
    const scope = field
    if (part.quoted) return quotedNode(part, place, scope)
    return part.equals || part.star || part.tilde !== undefined
      ? signedNode(part, place, note, scope)
      : plainNode(part.text, place, scope)
  }
  const value = valueOf(field, part.text.trim(), note)
  return value === undefined ? plainNode(part.text, place, undefined) : { type: 'field', field, value, ...place }
}
