import {
  keepPreviousData,
  useInfiniteQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query'
import type { CallOutput } from '../../../../electron/contract/calls.ts'
import { useWorkspace, type Sort } from '../../app/workspace.ts'
import { useClient } from '../../client/use-client.ts'

export type SearchReply = CallOutput<'search.run'>
export type SearchHit = SearchReply['hits'][number]
export type Facets = NonNullable<SearchReply['facets']>

const pageSize = 50

/** The results of the current query, loaded further as one scrolls; the old ones stay until the new ones are there. */
export function useSearch(): UseInfiniteQueryResult<InfiniteData<SearchReply>> {
  const client = useClient()
  const text = useWorkspace((workspace) => workspace.text)
  const sort: Sort = useWorkspace((workspace) => workspace.sort)
  return useInfiniteQuery({
    queryKey: ['search.run', { text, sort }],
    queryFn: ({ pageParam, signal }) =>
      client.call(
        'search.run',
        { text, sort, offset: pageParam, limit: pageSize, facets: pageParam === 0, snippets: true },
        signal,
      ),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((count, page) => count + page.hits.length, 0)
      return last.hits.length === 0 || loaded >= last.total + last.others ? undefined : loaded
    },
    placeholderData: keepPreviousData,
  })
}

/** The first page of the results: what holds for all of them. */
export function useSearchReply(): SearchReply | undefined {
  return useSearch().data?.pages[0]
}
