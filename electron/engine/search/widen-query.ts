import type { Widening } from '../../contract/schemas.ts'
import { type ConceptMatch, Thesaurus } from '../thesaurus/thesaurus.ts'
import { type QueryNode, type WordsNode, printQuery } from './query-tree.ts'
import { type Analysis, queryWords } from './query-words.ts'

/** A query with the terms of the thesaurus that answer for its words, and what it says of them. */
export interface WidenedQuery {
  /** `undefined` for a query that asks for nothing. */
  readonly root: QueryNode | undefined
  /** The same before it was widened. */
  readonly plain: QueryNode | undefined
  readonly widenings: readonly Widening[]
}

type WordNode = WordsNode & { readonly type: 'word' | 'exact' | 'prefix' }

/** How the query is to be widened: not at all, or without these concepts. */
interface Wish {
  readonly isOff: boolean
  readonly without: readonly string[]
}

/** Takes out of a query, wherever they stand, the parts that say how to widen all of it. */
class WishTaker {
  isOff = false
  readonly without: string[] = []

  /** What is left; `undefined` when that is nothing. */
  take(node: QueryNode): QueryNode | undefined {
    const inner = node.type === 'not' ? node.child : node
    if (inner.type === 'field' && inner.field === 'widen') {
      if (inner.value === 'none') this.isOff = true
      else if (node.type === 'not') this.without.push(inner.value)
      return undefined
    }
    if (node.type === 'not') {
      const child = this.take(node.child)
      return child === undefined ? undefined : { ...node, child }
    }
    if (node.type !== 'and' && node.type !== 'or') return node
    const children = node.children.flatMap((child) => this.take(child) ?? [])
    return children.length > 1 ? { ...node, children } : children[0]
  }
}

/** A telling word of a query and the part that it belongs to. */
interface PlacedWord {
  readonly word: string
  readonly part: number
}

class Widener {
  readonly widenings: Widening[] = []
  readonly #thesaurus: Thesaurus
  readonly #analysis: Analysis
  readonly #wish: Wish

  constructor(thesaurus: Thesaurus, analysis: Analysis, wish: Wish) {
    this.#thesaurus = thesaurus
    this.#analysis = analysis
    this.#wish = wish
  }

  widen(node: QueryNode): QueryNode {
    switch (node.type) {
      case 'word':
        return this.#sequence([node])[0] ?? node
      case 'and':
        return { ...node, children: this.#all(node.children) }
      case 'or':
        return { ...node, children: node.children.map((child) => this.widen(child)) }
      // What is not wanted is meant as it is written.
      default:
        return node
    }
  }

  /** Words that follow each other in an `and` are looked up together: a term may be of several words. */
  #all(children: readonly QueryNode[]): QueryNode[] {
    const widened: QueryNode[] = []
    let run: WordNode[] = []
    const end = (): void => {
      widened.push(...this.#sequence(run))
      run = []
    }
    for (const child of children) {
      if (child.type === 'word' && (run.length === 0 || run[0]?.scope === child.scope)) run.push(child)
      else {
        end()
        if (child.type === 'word') run.push(child)
        else widened.push(this.widen(child))
      }
    }
    end()
    return widened
  }

  #sequence(nodes: readonly WordNode[]): QueryNode[] {
    const words: PlacedWord[] = nodes.flatMap((node, part) =>
      queryWords(node.text, this.#analysis).flatMap(({ exact, isStopWord }) =>
        isStopWord ? [] : [{ word: exact, part }],
      ),
    )
    const byFirst = new Map<number, ConceptMatch[]>()
    for (const match of this.#thesaurus.matches(words.map(({ word }) => word)))
      byFirst.set(match.first, [...(byFirst.get(match.first) ?? []), match])
    const widened: QueryNode[] = []
    let part = 0
    for (const [first, matches] of byFirst) {
      const from = words[first]?.part ?? 0
      const to = words[(matches[0]?.end ?? 1) - 1]?.part ?? from
      // A part that two concepts share belongs to the first.
      if (from < part) continue
      widened.push(...nodes.slice(part, from), ...this.#concept(nodes.slice(from, to + 1), matches))
      part = to + 1
    }
    return [...widened, ...nodes.slice(part)]
  }

  #isWanted({ concept }: ConceptMatch): boolean {
    return !this.#wish.isOff && !this.#wish.without.some((name) => Thesaurus.isCalled(concept, name))
  }

  #concept(children: readonly WordNode[], matches: readonly ConceptMatch[]): readonly QueryNode[] {
    const [first] = children
    const last = children.at(-1)
    const place = { start: first?.start ?? 0, end: last?.end ?? 0 }
    const words = children.map((child) => printQuery(child, { scopes: false })).join(' ')
    for (const match of matches) {
      const { concept, others } = match
      if (this.widenings.some((known) => known.concept === concept.id)) continue
      const terms = others.map(({ text }) => text)
      this.widenings.push({ concept: concept.id, label: concept.label, words, terms, isActive: this.#isWanted(match) })
    }
    const wanted = matches.filter((match) => this.#isWanted(match))
    const terms = wanted.flatMap(({ others }) => others)
    if (terms.length === 0) return children
    const scope = first?.scope === undefined ? {} : { scope: first.scope }
    const label = wanted.map(({ concept }) => concept.label).join(', ')
    return [{ type: 'concept', children, terms, label, ...place, ...scope }]
  }
}

/**
 * Widens the plain words of a query by the other terms of the concepts that they name. Words in quotation marks, exact words,
 * beginnings and misspellings are meant as they are written, and are left alone. `widen:none` and `-widen:"term"` switch it off.
 */
export function widenQuery(root: QueryNode | undefined, thesaurus: Thesaurus, analysis: Analysis): WidenedQuery {
  const wish = new WishTaker()
  const rest = root === undefined ? undefined : wish.take(root)
  if (rest === undefined) return { root: undefined, plain: undefined, widenings: [] }
  const widener = new Widener(thesaurus, analysis, wish)
  const widened = widener.widen(rest)
  return { root: widened, plain: rest, widenings: widener.widenings }
}
