import type { Notice } from '../../contract/schemas.ts'
import { type QueryPart, type QueryToken, lexQuery } from './lex-query.ts'
import { segmentWords } from '../language/segment.ts'
import { type NoteNotice, nodeOfPart } from './query-parts.ts'
import { type ParsedQuery, type QueryNode, type Scope, asksForWords } from './query-tree.ts'

/** More words than this say nothing more about what is wanted; the rest is left out, with a notice. */
const mostWords = 200
/** Each of these words stands for many of the index: a few can be had at once. */
const mostMisspelt = 8
const mostPrefixes = 20
const deepestBrackets = 20
const mostOfOneCode = 3

class Parser {
  readonly #tokens: readonly QueryToken[]
  readonly notices: Notice[] = []
  #at = 0
  #words = 0
  #misspelt = 0
  #prefixes = 0

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

  readonly #note: NoteNotice = (code, text) => {
    const same = this.notices.filter((notice) => notice.code === code)
    if (same.length < mostOfOneCode && !same.some((notice) => notice.text === text))
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
      case 'scope': {
        const inner = this.#unary(depth)
        return inner === undefined ? undefined : withScope({ ...inner, start: token.start }, token.scope)
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

  #part(token: QueryPart): QueryNode | undefined {
    const room = mostWords - this.#words
    const part = firstWords(token, room)
    this.#words += Math.max(1, segmentWords(part.text).length)
    if (room <= 0 || part !== token) this.#note('query-shortened', token.text)
    return room <= 0 ? undefined : nodeOfPart(this.#withinMeans(part), this.#note)
  }

  /** The part without its sign where the query has more such signs than can be answered at once. */
  #withinMeans(part: QueryPart): QueryPart {
    if (part.star && ++this.#prefixes > mostPrefixes) {
      this.#note('prefixes-too-many', `${part.text}*`)
      return { ...part, star: false }
    }
    if (part.quoted || part.tilde === undefined || ++this.#misspelt <= mostMisspelt) return part
    this.#note('misspelling-not-sought', `${part.text}~`)
    return { ...part, tilde: undefined }
  }
}

/** The part with so many of its words at most. */
function firstWords(part: QueryPart, count: number): QueryPart {
  const words = segmentWords(part.text)
  return words.length <= count ? part : { ...part, text: part.text.slice(0, words[count - 1]?.end ?? 0) }
}

/** The same, wanted in the title or the text alone; what says where itself keeps to it. */
function withScope(node: QueryNode, scope: Scope): QueryNode {
  if (asksForWords(node)) return node.scope === undefined ? { ...node, scope } : node
  switch (node.type) {
    case 'field':
      return node
    case 'not':
      return { ...node, child: withScope(node.child, scope) }
    case 'concept':
      return node
    case 'and':
    case 'or':
      return { ...node, children: node.children.map((child) => withScope(child, scope)) }
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

/** Says by which terms to widen, and of no document anything. */
const saysHowToWiden = (node: QueryNode): boolean =>
  node.type === 'not' ? saysHowToWiden(node.child) : node.type === 'field' && node.field === 'widen'

function isNegative(node: QueryNode): boolean {
  if (saysHowToWiden(node)) return false
  if (node.type === 'not') return true
  if (node.type !== 'and') return node.type === 'or' && node.children.some(isNegative)
  const telling = node.children.filter((child) => !saysHowToWiden(child))
  return telling.length > 0 && telling.every(isNegative)
}

/**
 * Reads a query. Never throws, whatever is typed: what is no syntax is words, and a notice says how it was read where that may
 * surprise.
 *
 * Words are wanted all together, in any form; `"as written"`; `"near each other"~5`; `=exact`; `begins*`; `mispelt~1`; `a OR b`;
 * `-unwanted`; brackets; and fields, `tag:`, `kind:`, `lang:`, `issued:` and others, in three languages, whose values may be quoted.
 */
export function parseQuery(text: string): ParsedQuery {
  const parser = new Parser(lexQuery(text))
  const root = parser.parse()
  const notices = [...parser.notices]
  if (root !== undefined && isNegative(root)) notices.push({ code: 'only-negative', text: '' })
  return { text, root, notices }
}
