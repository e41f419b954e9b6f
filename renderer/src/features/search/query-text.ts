const filterFields = [
  ...(['tag', 'kind', 'lang', 'issued', 'collection', 'new', 'widen'] as const),
  ...(['person', 'org', 'place', 'country', 'mentions', 'party', 'agreement'] as const),
] as const

/** A filter that a click can put into the query: a field of the query language and its value, wanted or not. */
export interface Filter {
  readonly field: (typeof filterFields)[number]
  readonly value: string
  readonly negated?: boolean
}

interface Clause extends Filter {
  readonly start: number
  readonly end: number
}

const clausePattern = new RegExp(`(?<!\\S)(-?)(${filterFields.join('|')}):(?:"([^"]*)"|([^\\s"()]+))(?!\\S)`, 'giu')

/** What was typed with `start` to `end` taken out, and the gap closed. */
export function withoutSpan(text: string, start: number, end: number): string {
  const before = text.slice(0, start).trimEnd()
  const after = text.slice(end).trimStart()
  return [before, after].filter((part) => part !== '').join(' ')
}

/** Where phrases lie, so that a filter written inside quotes is taken as the words it is. */
function phraseSpans(text: string): readonly { start: number; end: number }[] {
  return Array.from(text.matchAll(/(?<![:\w])"[^"]*"/gu), ({ index, 0: phrase }) => ({
    start: index,
    end: index + phrase.length,
  }))
}

function clausesOf(text: string): readonly Clause[] {
  const phrases = phraseSpans(text)
  const clauses = Array.from(text.matchAll(clausePattern), (match) => ({
    negated: match[1] === '-',
    field: (match[2] ?? '').toLowerCase() as Filter['field'],
    value: match[3] ?? match[4] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }))
  return clauses.filter(({ start }) => !phrases.some((phrase) => start > phrase.start && start < phrase.end))
}

function sameSubject(left: Filter, right: Filter): boolean {
  return left.field === right.field && left.value.toLowerCase() === right.value.toLowerCase()
}

function sameFilter(left: Filter, right: Filter): boolean {
  return sameSubject(left, right) && (left.negated ?? false) === (right.negated ?? false)
}

/** Whether the query asks for this filter. */
export function hasFilter(text: string, filter: Filter): boolean {
  return clausesOf(text).some((clause) => sameFilter(clause, filter))
}

/** The filter as the query language writes it; tags and values with spaces stand in quotes. */
export function filterText({ field, value, negated = false }: Filter): string {
  const quoted = field === 'tag' || /[\s"()]/u.test(value)
  return `${negated ? '-' : ''}${field}:${quoted ? `"${value.replaceAll('"', '')}"` : value}`
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')

function withoutClauses(text: string, isOut: (clause: Clause) => boolean): string {
  return clausesOf(text)
    .filter(isOut)
    .reduceRight((rest, { start, end }) => withoutSpan(rest, start, end), text)
    .trim()
}

const alternative = /(?<!\S)(?:OR|OU|أو)(?!\S)/u

/** The query so that a filter behind it holds for all of it: alternatives stand in brackets. */
function asOne(text: string): string {
  let depth = 0
  let outside = ''
  for (const character of text.replace(/"[^"]*"/gu, ' ')) {
    if (character === '(') depth++
    if (depth === 0) outside += character
    if (character === ')') depth = Math.max(0, depth - 1)
  }
  return alternative.test(outside) ? `(${text})` : text
}

/** The query with the filter added, or taken out where it was there. What says the opposite of it gives way. */
export function toggleFilter(text: string, filter: Filter): string {
  if (hasFilter(text, filter)) return withoutClauses(text, (clause) => sameFilter(clause, filter))
  const rest = withoutClauses(text, (clause) => sameSubject(clause, filter))
  return joined(asOne(rest), filterText(filter))
}

/** The query with this filter in place of all that are wanted of its field; with none where `value` is missing. */
export function withOnlyFilter(text: string, field: Filter['field'], value: string | undefined): string {
  const rest = withoutClauses(text, (clause) => clause.field === field && clause.negated !== true)
  return value === undefined ? rest : joined(asOne(rest), filterText({ field, value }))
}

/** The value of the first filter of a field that is wanted. */
export function filterValue(text: string, field: Filter['field']): string | undefined {
  return clausesOf(text).find((clause) => clause.field === field && clause.negated !== true)?.value
}

/** The query with every tag filter replaced by this one: the tag tree answers "where am I", so it holds one tag at a time. */
export function withOnlyTag(text: string, path: string | undefined): string {
  return withOnlyFilter(text, 'tag', path)
}
