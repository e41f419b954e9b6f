/** A filter that a click can put into the query: a field of the query language and its value. */
export interface Filter {
  readonly field: 'tag' | 'kind' | 'lang' | 'issued'
  readonly value: string
}

interface Clause extends Filter {
  readonly start: number
  readonly end: number
}

const clausePattern = /(?<!\S)(tag|kind|lang|issued):(?:"([^"]*)"|([^\s"()]+))(?!\S)/giu

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
    field: (match[1] ?? '').toLowerCase() as Filter['field'],
    value: match[2] ?? match[3] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }))
  return clauses.filter(({ start }) => !phrases.some((phrase) => start > phrase.start && start < phrase.end))
}

function sameFilter(left: Filter, right: Filter): boolean {
  return left.field === right.field && left.value.toLowerCase() === right.value.toLowerCase()
}

/** Whether the query asks for this filter. */
export function hasFilter(text: string, filter: Filter): boolean {
  return clausesOf(text).some((clause) => sameFilter(clause, filter))
}

/** The filter as the query language writes it; tags and values with spaces stand in quotes. */
export function filterText({ field, value }: Filter): string {
  const quoted = field === 'tag' || /[\s"()]/u.test(value)
  return quoted ? `${field}:"${value.replaceAll('"', '')}"` : `${field}:${value}`
}

/** The query with the filter added, or taken out where it was there. */
export function toggleFilter(text: string, filter: Filter): string {
  const clauses = clausesOf(text).filter((clause) => sameFilter(clause, filter))
  if (clauses.length === 0) return [text.trim(), filterText(filter)].filter((part) => part !== '').join(' ')
  return clauses.reduceRight((rest, { start, end }) => withoutSpan(rest, start, end), text)
}

/** The query with every tag filter replaced by this one: the tag tree answers "where am I", so it holds one tag at a time. */
export function withOnlyTag(text: string, path: string | undefined): string {
  const tags = clausesOf(text).filter(({ field }) => field === 'tag')
  const rest = tags.reduceRight((shorter, { start, end }) => withoutSpan(shorter, start, end), text).trim()
  if (path === undefined) return rest
  return [rest, filterText({ field: 'tag', value: path })].filter((part) => part !== '').join(' ')
}
