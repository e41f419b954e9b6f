import { fieldOf } from './field-names.ts'
import { type QueryField, type Scope, isScope } from './query-tree.ts'

/** A word, a quotation or a field with its value. */
export interface QueryPart {
  readonly type: 'part'
  readonly start: number
  readonly end: number
  /** What stands between the signs. */
  readonly text: string
  readonly quoted: boolean
  readonly unclosed: boolean
  /** `word*` */
  readonly star: boolean
  /** `=word` */
  readonly equals: boolean
  /** `word~`, `word~2`, `"two words"~5` */
  readonly tilde?: number | undefined
  readonly field?: QueryField
  /** A word before a colon that names no field. */
  readonly unknownField?: string
}

export type QueryToken =
  | { readonly type: 'minus' | 'open' | 'close' | 'or'; readonly start: number; readonly end: number }
  /** `title:(`: everything in the bracket that follows stands in the title. */
  | { readonly type: 'scope'; readonly scope: Scope; readonly start: number; readonly end: number }
  | QueryPart

const quotes: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»', '„': '“', '＂': '＂' }
const isQuote = (character: string): boolean => Object.hasOwn(quotes, character)
const whiteSpace = /\s/u
const fieldPattern = /^(?<name>[\p{L}\p{M}_]{2,20}):/u
const tildePattern = /~(?<number>[0-9]{0,2})$/

/** Words that are signs where they stand alone, written just so. */
const wordSigns: Readonly<Record<string, 'and' | 'or' | 'minus'>> = {
  ...{ AND: 'and', ET: 'and', OR: 'or', OU: 'or', أو: 'or', NOT: 'minus', SAUF: 'minus' },
}

/** The end of a quotation that begins at `at`, and whether its closing mark is there. */
function quotationEnd(text: string, at: number): { inner: number; end: number; unclosed: boolean } {
  const closing = quotes[text.charAt(at)] ?? '"'
  let inner = text.indexOf(closing, at + 1)
  if (inner === -1 && closing !== '"') inner = text.indexOf('"', at + 1)
  return inner === -1
    ? { inner: text.length, end: text.length, unclosed: true }
    : { inner, end: inner + 1, unclosed: false }
}

function bareEnd(text: string, at: number): number {
  let end = at
  while (end < text.length) {
    const character = text.charAt(end)
    if (whiteSpace.test(character) || character === '(' || character === ')' || (end > at && isQuote(character))) break
    end++
  }
  return end
}

type Signs = Pick<QueryPart, 'text' | 'star' | 'tilde'>

/** The star or tilde at the end of a word. */
function endSigns(raw: string): Signs {
  if (raw.length > 1 && raw.endsWith('*')) return { text: raw.replace(/\*+$/, ''), star: true }
  const tilde = tildePattern.exec(raw)
  if (tilde === null || tilde.index === 0) return { text: raw, star: false }
  return { text: raw.slice(0, tilde.index), star: false, tilde: Number(tilde.groups?.['number'] ?? 0) }
}

function lexQuotation(
  text: string,
  at: number,
): { readonly part: Signs & { unclosed: boolean }; readonly end: number } {
  const { inner, end, unclosed } = quotationEnd(text, at)
  const tilde = unclosed ? null : /^~([0-9]{1,3})/.exec(text.slice(end, end + 4))
  const part = { text: text.slice(at + 1, inner), star: false, unclosed }
  if (tilde === null) return { part, end }
  return { part: { ...part, tilde: Number(tilde[1]) }, end: end + tilde[0].length }
}

function lexPart(text: string, at: number): QueryToken {
  const name = fieldPattern.exec(text.slice(at, at + 22))?.groups?.['name']
  const field = name === undefined ? undefined : fieldOf(name)
  let from = field === undefined || name === undefined ? at : at + name.length + 1
  if (isScope(field) && text.charAt(from) === '(') return { type: 'scope', scope: field, start: at, end: from }
  // Values are taken as they stand; words may carry signs.
  const takesSigns = field === undefined || isScope(field)
  const equals = takesSigns && text.charAt(from) === '=' && from + 1 < text.length
  if (equals) from++
  const common = { type: 'part', equals, start: at, ...(field === undefined ? {} : { field }) } as const
  if (isQuote(text.charAt(from))) {
    const { part, end } = lexQuotation(text, from)
    return { ...common, ...part, quoted: true, end }
  }
  const end = bareEnd(text, from)
  const raw = text.slice(from, end)
  const signs = takesSigns ? endSigns(raw) : { text: raw, star: false }
  const unknown = field === undefined && name !== undefined ? { unknownField: name } : {}
  return { ...common, ...signs, ...unknown, quoted: false, unclosed: false, end }
}

/** The sign that a whole word stands for, if it is one. */
function signAt(text: string, at: number): { readonly sign: 'and' | 'or' | 'minus'; readonly end: number } | undefined {
  for (const [word, sign] of Object.entries(wordSigns)) {
    const after = text.charAt(at + word.length)
    if (text.startsWith(word, at) && (after === '' || whiteSpace.test(after) || '()'.includes(after) || isQuote(after)))
      return { sign, end: at + word.length }
  }
  return undefined
}

/** Cuts a query into its tokens. Never throws and leaves nothing out but white space and the word `AND`, which says nothing. */
export function lexQuery(text: string): QueryToken[] {
  const tokens: QueryToken[] = []
  let at = 0
  while (at < text.length) {
    const character = text.charAt(at)
    const start = at
    const sign = signAt(text, at)
    if (whiteSpace.test(character)) at++
    else if (character === '(') tokens.push({ type: 'open', start, end: ++at })
    else if (character === ')') tokens.push({ type: 'close', start, end: ++at })
    else if (character === '-' && at + 1 < text.length && !/[\s-]/u.test(text.charAt(at + 1)))
      tokens.push({ type: 'minus', start, end: ++at })
    else if (sign !== undefined) {
      at = sign.end
      if (sign.sign !== 'and') tokens.push({ type: sign.sign, start, end: at })
    } else {
      const token = lexPart(text, at)
      tokens.push(token)
      at = Math.max(token.end, at + 1)
    }
  }
  return tokens
}
