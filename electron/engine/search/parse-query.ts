import { edtfBounds } from '../../contract/edtf.ts'
import type { Notice } from '../../contract/schemas.ts'
import { type DocumentKind, type Language, documentKinds, languages } from '../../contract/vocabulary.ts'
import { segmentWords } from '../language/segment.ts'
import { type QueryToken, lexQuery } from './lex-query.ts'
import type { ParsedQuery, QueryField, QueryNode } from './query-tree.ts'

/** More parts than this say nothing more about what is wanted; the rest is left out, with a notice. */
const mostParts = 200
const deepestBrackets = 20
const shortestPrefix = 2

/** Spellings that people use for ranges and languages, in the form that the catalogue uses. */
const languageNames: Readonly<Record<string, Language>> = {
  english: 'en',
  anglais: 'en',
  french: 'fr',
  français: 'fr',
  francais: 'fr',
  arabic: 'ar',
  arabe: 'ar',
  العربية: 'ar',
}

const plainWord = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*$/u
const keywords: ReadonlySet<string> = new Set(['AND', 'NOT', 'OR', 'OU'])

class Parser {
  readonly #tokens: readonly QueryToken[]
  readonly notices: Notice[] = []
  #at = 0
  #parts = 0

  constructor(tokens: readonly QueryToken[]) {
    this.#tokens = tokens
  }

  parse(): QueryNode | undefined {
    const nodes: QueryNode[] = []
    while (this.#at < this.#tokens.length) {
      const node = this.#or(0)
      if (node !== undefined) nodes.push(node)
      // What stops the grammar here is a bracket that closes nothing.
      else if (this.#at < this.#tokens.length) this.#at++
    }
    return joinNodes('and', nodes.flatMap(spread))
  }

  #note(code: Notice['code'], text: string): void {
    if (this.notices.length < 20 && !this.notices.some((notice) => notice.code === code && notice.text === text))
      this.notices.push({ code, text: text.slice(0, 100) })
  }

  #or(depth: number): QueryNode | undefined {
    const branches: QueryNode[] = []
    for (;;) {
      const branch = this.#and(depth)
      if (branch !== undefined) branches.push(branch)
      if (this.#tokens[this.#at]?.type !== 'or') return joinNodes('or', branches)
      this.#at++
    }
  }

  #and(depth: number): QueryNode | undefined {
    const children: QueryNode[] = []
    for (;;) {
      const token = this.#tokens[this.#at]
      if (token === undefined || token.type === 'or' || (token.type === 'close' && depth > 0))
        return joinNodes('and', children.flatMap(spread))
      const child = this.#unary(depth)
      if (child !== undefined) children.push(child)
    }
  }

  #unary(depth: number): QueryNode | undefined {
    const token = this.#tokens[this.#at]
    if (token === undefined) return undefined
    this.#at++
    switch (token.type) {
      case 'minus': {
        const child = this.#unary(depth)
        if (child === undefined) return undefined
        if (child.type === 'not') return { ...child.child, start: token.start }
        return { type: 'not', child, start: token.start, end: child.end }
      }
      case 'open':
        return this.#brackets(token, depth)
      case 'close':
        this.#note('bracket-as-text', ')')
        return undefined
      case 'or':
        return undefined
      case 'part':
        return this.#part(token)
    }
  }

  #brackets(open: QueryToken, depth: number): QueryNode | undefined {
    if (depth >= deepestBrackets) {
      this.#note('bracket-as-text', '(')
      return undefined
    }
    const inner = this.#or(depth + 1)
    const close = this.#tokens[this.#at]
    if (close?.type === 'close') this.#at++
    else this.#note('bracket-as-text', '(')
    return inner === undefined
      ? undefined
      : { ...inner, start: open.start, end: close?.type === 'close' ? close.end : inner.end }
  }

  #part(token: Extract<QueryToken, { type: 'part' }>): QueryNode | undefined {
    if (++this.#parts > mostParts) {
      this.#note('query-shortened', token.text)
      return undefined
    }
    const { start, end } = token
    if (token.unclosed) this.#note('quote-not-closed', token.text)
    if (token.field !== undefined) return this.#field(token.field, token.text, { start, end })
    if (token.unknownField !== undefined) this.#note('unknown-field', token.unknownField)
    const words = segmentWords(token.text)
    if (words.length === 0) return undefined
    const text = token.text
    if (token.quoted) return { type: 'phrase', text: text.replaceAll('"', ' ').trim(), start, end }
    if (!token.star) return { type: 'word', text, start, end }
    if (words.length === 1 && (words[0]?.exact.length ?? 0) >= shortestPrefix)
      return { type: 'prefix', text, start, end }
    this.#note('prefix-too-short', `${text}*`)
    return { type: 'word', text, start, end }
  }

  #field(field: QueryField, written: string, place: { start: number; end: number }): QueryNode | undefined {
    if (written.trim() === '') {
      this.#note('field-without-value', field)
      return undefined
    }
    const value = this.#fieldValue(field, written.trim())
    if (value !== undefined) return { type: 'field', field, value, ...place }
    if (segmentWords(written).length === 0) return undefined
    // What would be read as syntax if it stood alone is taken as it was written.
    return plainWord.test(written) && !keywords.has(written)
      ? { type: 'word', text: written, ...place }
      : { type: 'phrase', text: written.replaceAll('"', ' ').trim(), ...place }
  }

  #fieldValue(field: QueryField, written: string): string | undefined {
    const lower = written.toLowerCase()
    switch (field) {
      case 'tag':
      case 'file':
        return written
      case 'title':
        return segmentWords(written).length > 0 ? written : undefined
      case 'kind':
        if (documentKinds.includes(lower as DocumentKind)) return lower
        this.#note('unknown-kind', written)
        return undefined
      case 'lang': {
        const code = languageNames[lower] ?? lower
        if (languages.includes(code as Language)) return code
        this.#note('unknown-language', written)
        return undefined
      }
      case 'issued': {
        const edtf = lower === 'none' ? lower : lower.includes('/') ? lower : lower.replace('..', '/')
        if (edtf === 'none' || edtfBounds(edtf.toUpperCase()) !== undefined)
          return edtf.toUpperCase().replace('NONE', 'none')
        this.#note('unknown-date', written)
        return undefined
      }
    }
  }
}

/** Children of an `and` inside an `and` stand beside their parent's. */
function spread(node: QueryNode): readonly QueryNode[] {
  return node.type === 'and' ? node.children : [node]
}

function joinNodes(type: 'and' | 'or', children: readonly QueryNode[]): QueryNode | undefined {
  const [first] = children
  const last = children.at(-1)
  if (first === undefined || last === undefined) return undefined
  if (children.length === 1) return first
  return { type, children, start: first.start, end: last.end }
}

/**
 * Reads a query. Never throws, whatever is typed: what is no syntax is words, and a notice says how it was read where that may
 * surprise.
 *
 * Words are wanted all together; `"phrases"`; `word*`; `a OR b`; `-unwanted`; brackets; and the fields `tag:`, `kind:`, `lang:`,
 * `issued:` (EDTF, or two dates with `..` between), `title:`, `file:`, whose values may be quoted.
 */
export function parseQuery(text: string): ParsedQuery {
  const parser = new Parser(lexQuery(text))
  const root = parser.parse()
  return { text, root, notices: parser.notices }
}
