import type { Notice } from '../../contract/schemas.ts'
import type { Term } from '../thesaurus/thesaurus.ts'

/** Fields whose value is looked up, not read as words. */
export const valueFields = [
  ...(['tag', 'kind', 'lang', 'issued', 'imported', 'file', 'has', 'collection'] as const),
  // What the text mentions.
  ...(['mentions', 'person', 'org', 'place', 'country', 'party', 'agreement'] as const),
  // Not seen yet of a saved search; by which terms of the thesaurus the question is widened.
  ...(['new', 'widen'] as const),
] as const
/** Fields that say where words must stand. */
const scopes = ['title', 'text'] as const
export type Scope = (typeof scopes)[number]
export const isScope = (field: string | undefined): field is Scope =>
  (scopes as readonly (string | undefined)[]).includes(field)
export type ValueField = (typeof valueFields)[number]
export type QueryField = ValueField | Scope
/** The fields that a query can name. */
export const queryFields: readonly QueryField[] = [...valueFields, ...scopes]

interface Place {
  /** UTF-16 offsets into the query as it was written; a leading minus belongs to what it negates. */
  readonly start: number
  readonly end: number
}

/** What asks for words. `scope`: in the title alone, or in the text alone. */
export type WordsNode = Place & { readonly scope?: Scope } & (
    | {
        /**
         * `word`: in any of its forms; `text` may hold several words of the analyser (`l'accord-cadre`), all are wanted. `exact`: as it
         * is written. `prefix`: words that begin so.
         */
        readonly type: 'word' | 'exact' | 'prefix'
        readonly text: string
      }
    /** Words that may be misspelt by so many letters. */
    | { readonly type: 'fuzzy'; readonly text: string; readonly edits: 1 | 2 }
    /** Words one after another, as they are written; with `within`, in any order and with at most so many others between them. */
    | { readonly type: 'phrase'; readonly text: string; readonly within?: number }
  )

/** Words of a query that name a concept of the thesaurus, and the terms that answer for them. */
export type ConceptNode = Place & {
  readonly type: 'concept'
  /** The words, all wanted. */
  readonly children: readonly WordsNode[]
  readonly terms: readonly Term[]
  readonly label: string
  readonly scope?: Scope
}

/** A query as it was understood. */
export type QueryNode =
  | WordsNode
  | ConceptNode
  | (Place &
      (
        | { readonly type: 'field'; readonly field: ValueField; readonly value: string }
        | { readonly type: 'not'; readonly child: QueryNode }
        | { readonly type: 'and' | 'or'; readonly children: readonly QueryNode[] }
      ))

export interface ParsedQuery {
  readonly text: string
  /** `undefined` for a query without any word or field: it asks for nothing in particular. */
  readonly root: QueryNode | undefined
  readonly notices: readonly Notice[]
}

const wordsTypes: ReadonlySet<QueryNode['type']> = new Set(['word', 'exact', 'prefix', 'fuzzy', 'phrase'])

export function asksForWords(node: QueryNode): node is WordsNode {
  return wordsTypes.has(node.type)
}

/** The parts of a query that are wanted together. */
export const partsOf = (root: QueryNode | undefined): readonly QueryNode[] =>
  root === undefined ? [] : root.type === 'and' ? root.children : [root]

const needsQuotes = /[\s():«»“”„＂"]|^[-=]|[*~]|^$/u

function printValue(value: string): string {
  if (!needsQuotes.test(value)) return value
  if (!value.includes('"')) return `"${value}"`
  return value.includes('»') ? `"${value.replaceAll('"', '').trim()}"` : `«${value}»`
}

function printWords(node: WordsNode): string {
  switch (node.type) {
    case 'word':
      return node.text
    case 'exact':
      return `=${node.text}`
    case 'prefix':
      return `${node.text}*`
    case 'fuzzy':
      return `${node.text}~${node.edits}`
    case 'phrase':
      return `"${node.text}"${node.within === undefined ? '' : `~${node.within}`}`
  }
}

/** The query in its plainest spelling. Reading what is printed gives the same tree. Without `scopes`, where words must stand is left out. */
export function printQuery(node: QueryNode, { scopes: withScopes } = { scopes: true }): string {
  return print(node, withScopes, false)
}

function print(node: QueryNode, withScopes: boolean, isInner: boolean): string {
  if (asksForWords(node)) return `${node.scope === undefined || !withScopes ? '' : `${node.scope}:`}${printWords(node)}`
  switch (node.type) {
    case 'field':
      return `${node.field}:${printValue(node.value)}`
    case 'not':
      return `-${print(node.child, withScopes, true)}`
    case 'concept':
    case 'and':
    case 'or': {
      const parts = node.children.map((child) => print(child, withScopes, true))
      const printed = parts.join(node.type === 'or' ? ' OR ' : ' ')
      return isInner ? `(${printed})` : printed
    }
  }
}
