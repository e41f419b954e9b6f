import type { CallOutput } from '../../../../electron/contract/calls.ts'

export type TagRow = CallOutput<'tags.list'>['tags'][number]

/** A tag with those below it, in the order of the list. */
export interface TagNode {
  /** The path again: lists know their entries by `id`. */
  readonly id: string
  readonly path: string
  readonly name: string
  readonly total: number
  readonly children: readonly TagNode[]
}

/** The last name of a tag's path. */
export function nameOfTag(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The path above a tag; undefined for one at the top. */
export function parentOfTag(path: string): string | undefined {
  const slash = path.lastIndexOf('/')
  return slash === -1 ? undefined : path.slice(0, slash)
}

/** The rows as a tree. A tag whose parent is not among the rows stands at the top. */
export function treeOfTags(rows: readonly TagRow[]): readonly TagNode[] {
  const known = new Set<string>(rows.map(({ path }) => path))
  const childrenOf = Map.groupBy(rows, ({ path }) => {
    const parent = parentOfTag(path)
    return parent !== undefined && known.has(parent) ? parent : ''
  })
  const nodesBelow = (parent: string): readonly TagNode[] =>
    (childrenOf.get(parent) ?? []).map(({ path, total }) => ({
      id: path,
      path,
      name: parent === '' ? path : nameOfTag(path),
      total,
      children: nodesBelow(path),
    }))
  return nodesBelow('')
}

/** What a person typed as a tag, made fit for the contract: names trimmed, empty ones and control characters dropped. */
export function tidyTag(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    .split('/')
    .map((name) => name.trim().replace(/\s+/gu, ' ').slice(0, 100).trim())
    .filter((name) => name !== '')
    .slice(0, 8)
    .join('/')
}
