import type { Notice } from '../../contract/schemas.ts'

/** The fields that a query can name. */
export const queryFields = ['tag', 'kind', 'lang', 'issued', 'title', 'file'] as const
export type QueryField = (typeof queryFields)[number]

interface Place {
  /** UTF-16 offsets into the query as it was written; a leading minus belongs to what it negates. */
  readonly start: number
  readonly end: number
}

/** A query as it was understood. `text` of a word may hold several words of the analyser (`l'accord-cadre`): all are wanted. */
export type QueryNode = Place &
  (
    | { readonly type: 'word' | 'phrase' | 'prefix'; readonly text: string }
    | { readonly type: 'field'; readonly field: QueryField; readonly value: string }
    | { readonly type: 'not'; readonly child: QueryNode }
    | { readonly type: 'and' | 'or'; readonly children: readonly QueryNode[] }
  )

export interface ParsedQuery {
  readonly text: string
  /** `undefined` for a query without any word or field: it asks for nothing in particular. */
  readonly root: QueryNode | undefined
  readonly notices: readonly Notice[]
}

const needsQuotes = /[\s():«“„＂]|^-|\*$/u

function printValue(value: string): string {
  if (value.includes('"')) return value.includes('»') ? `"${value.replaceAll('"', '').trim()}"` : `«${value}»`
  return needsQuotes.test(value) || value === '' ? `"${value}"` : value
}

/** The query in its plainest spelling. Reading what is printed gives the same tree. */
export function printQuery(node: QueryNode, isInner = false): string {
  switch (node.type) {
    case 'word':
      return node.text
    case 'phrase':
      return `"${node.text}"`
    case 'prefix':
      return `${node.text}*`
    case 'field':
      return `${node.field}:${printValue(node.value)}`
    case 'not':
      return `-${printQuery(node.child, true)}`
    case 'and':
    case 'or': {
      const printed = node.children.map((child) => printQuery(child, true)).join(node.type === 'and' ? ' ' : ' OR ')
      return isInner ? `(${printed})` : printed
    }
  }
}
