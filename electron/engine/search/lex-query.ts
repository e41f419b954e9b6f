import { type QueryField, queryFields } from './query-tree.ts'

export type QueryToken = { readonly start: number; readonly end: number } & (
  | { readonly type: 'minus' | 'open' | 'close' | 'or' }
  | {
      readonly type: 'part'
      readonly text: string
      readonly quoted: boolean
      readonly unclosed: boolean
      readonly star: boolean
      readonly field?: QueryField
      /** A word before a colon that names no field. */
      readonly unknownField?: string
    }
)

/** French and Arabic names of the fields mean the same. */
const fieldNames: Readonly<Record<string, QueryField>> = {
  ...Object.fromEntries(queryFields.map((field) => [field, field])),
  language: 'lang',
  date: 'issued',
  étiquette: 'tag',
  etiquette: 'tag',
  type: 'kind',
  genre: 'kind',
  langue: 'lang',
  titre: 'title',
  fichier: 'file',
  وسم: 'tag',
  نوع: 'kind',
  لغة: 'lang',
  تاريخ: 'issued',
  عنوان: 'title',
  ملف: 'file',
}

const quotes: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»', '„': '“', '＂': '＂' }
const isQuote = (character: string): boolean => Object.hasOwn(quotes, character)
const whiteSpace = /\s/u
const fieldPattern = /^(?<name>[\p{L}_]{2,20}):/u

function findField(name: string): QueryField | undefined {
  const lower = name.toLowerCase()
  return Object.hasOwn(fieldNames, lower) ? fieldNames[lower] : undefined
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

function lexPart(text: string, at: number): QueryToken {
  const match = fieldPattern.exec(text.slice(at, at + 22))
  const name = match?.groups?.['name']
  const field = name === undefined ? undefined : findField(name)
  const from = field === undefined || name === undefined ? at : at + name.length + 1
  if (isQuote(text.charAt(from))) {
    const { inner, end, unclosed } = quotationEnd(text, from)
    const quoted = {
      type: 'part',
      text: text.slice(from + 1, inner),
      quoted: true,
      unclosed,
      star: false,
      start: at,
      end,
    } as const
    return field === undefined ? quoted : { ...quoted, field }
  }
  const end = bareEnd(text, from)
  const raw = text.slice(from, end)
  const star = raw.length > 1 && raw.endsWith('*')
  const part = {
    type: 'part',
    text: star ? raw.replace(/\*+$/, '') : raw,
    quoted: false,
    unclosed: false,
    star,
    start: at,
    end,
  } as const
  if (field !== undefined) return { ...part, field }
  return name === undefined ? part : { ...part, unknownField: name }
}

function isKeyword(text: string, at: number, keyword: string): boolean {
  const after = text.charAt(at + keyword.length)
  return (
    text.startsWith(keyword, at) && (after === '' || whiteSpace.test(after) || '()'.includes(after) || isQuote(after))
  )
}

/** Cuts a query into its tokens. Never throws and leaves nothing out but white space and the word `AND`, which says nothing. */
export function lexQuery(text: string): QueryToken[] {
  const tokens: QueryToken[] = []
  let at = 0
  while (at < text.length) {
    const character = text.charAt(at)
    const start = at
    if (whiteSpace.test(character)) at++
    else if (character === '(') tokens.push({ type: 'open', start, end: ++at })
    else if (character === ')') tokens.push({ type: 'close', start, end: ++at })
    else if (character === '-' && at + 1 < text.length && !/[\s-]/u.test(text.charAt(at + 1)))
      tokens.push({ type: 'minus', start, end: ++at })
    else if (isKeyword(text, at, 'NOT')) tokens.push({ type: 'minus', start, end: (at += 3) })
    else if (isKeyword(text, at, 'AND')) at += 3
    else if (isKeyword(text, at, 'OR') || isKeyword(text, at, 'OU')) tokens.push({ type: 'or', start, end: (at += 2) })
    else {
      const part = lexPart(text, at)
      tokens.push(part)
      at = Math.max(part.end, at + 1)
    }
  }
  return tokens
}
