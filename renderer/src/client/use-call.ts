import { keepPreviousData, QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { CallInput, CallName, CallOutput } from '../../../electron/contract/calls.ts'
import { useClient } from './use-client.ts'

interface CallOptions {
  readonly enabled?: boolean
  /** Goes on showing the last answer while another input is asked about. */
  readonly keepPrevious?: boolean
}

/** The answer of a reading call, kept until an event says that it has changed. */
export function useCall<N extends CallName>(
  name: N,
  input: CallInput<N>,
  { enabled = true, keepPrevious = false }: CallOptions = {},
): UseQueryResult<CallOutput<N>> {
  const client = useClient()
  return useQuery<CallOutput<N>>({
    queryKey: [name, input],
    queryFn: ({ signal }) => client.call(name, input, signal),
    enabled,
    ...(keepPrevious && { placeholderData: keepPreviousData }),
  })
}

/** Nothing goes stale by itself and nothing is asked twice: the engine is on this computer and says what changed. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: Infinity, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
