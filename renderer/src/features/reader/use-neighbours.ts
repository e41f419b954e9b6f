import { useCallback } from 'react'
import { openDocument, useWorkspaceStore } from '../../app/workspace.ts'
import { useSearch } from '../search/use-search.ts'

/** The documents before and behind one in the list of results. */
export interface Neighbours {
  readonly next: string | undefined
  readonly previous: string | undefined
  /** Opens the one behind at its first hit, or the one before at its last. */
  readonly hop: (by: 1 | -1) => void
}

/** Where one can go on from a document without the list. The next page of results is fetched when the last is near. */
export function useNeighbours(id: string): Neighbours {
  const store = useWorkspaceStore()
  const search = useSearch()
  const ids = search.data?.pages.flatMap((page) => page.hits.map((hit) => hit.id)) ?? []
  const at = ids.indexOf(id as (typeof ids)[number])
  const next = at < 0 ? undefined : ids[at + 1]
  const previous = at < 0 ? undefined : ids[at - 1]
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = search
  const isNearEnd = at >= 0 && at >= ids.length - 2
  const hop = useCallback(
    (by: 1 | -1) => {
      if (isNearEnd && hasNextPage && !isFetchingNextPage) void fetchNextPage()
      const to = by > 0 ? next : previous
      if (to !== undefined) openDocument(store, to, by > 0 ? 'first' : 'last')
    },
    [store, next, previous, isNearEnd, hasNextPage, isFetchingNextPage, fetchNextPage],
  )
  return { next, previous, hop }
}
