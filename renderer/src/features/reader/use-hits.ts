import { useCallback, useMemo, useState } from 'react'
import { useWorkspace } from '../../app/workspace.ts'
import { useCall } from '../../client/use-call.ts'
import { useNeighbours, type Neighbours } from './use-neighbours.ts'

export interface NumberedHit {
  readonly start: number
  readonly end: number
  /** Its place among all hits of the document, from 0. */
  readonly index: number
}

export interface Hits {
  /** A query is there whose words could be marked. */
  readonly isAsked: boolean
  readonly total: number
  readonly current: number
  /** Goes so many hits on: past the last to the next document of the results, and around the ends where there is none. */
  readonly move: (by: number) => void
  /** Goes to the next document of the results, or the one before. */
  readonly hop: Neighbours['hop']
  readonly hasNext: boolean
  readonly hasPrevious: boolean
  readonly ofPage: (page: number) => readonly NumberedHit[]
}

const none: readonly NumberedHit[] = []

/** Where the words of the current query stand in a document, and which of them one is at. */
export function useHits(id: string): Hits {
  const text = useWorkspace((workspace) => workspace.text)
  const isAsked = text.trim() !== ''
  const { data } = useCall('documents.hits', { id, text }, { enabled: isAsked })
  const entersAt = useWorkspace((workspace) => workspace.entersAt)
  const first = entersAt === 'last' ? Infinity : 0
  const [at, setAt] = useState({ text, current: first })
  const { next, previous, hop } = useNeighbours(id)
  const total = isAsked ? (data?.hits.length ?? 0) : 0
  const current = at.text === text ? Math.min(at.current, Math.max(0, total - 1)) : 0
  const byPage = useMemo(() => {
    const pages = new Map<number, NumberedHit[]>()
    if (!isAsked) return pages
    data?.hits.forEach(({ page, start, end }, index) => {
      const hits = pages.get(page)
      if (hits === undefined) pages.set(page, [{ start, end, index }])
      else hits.push({ start, end, index })
    })
    return pages
  }, [data, isAsked])
  const move = useCallback(
    (by: number) => {
      const to = current + by
      if (to >= total && next !== undefined) hop(1)
      else if (to < 0 && previous !== undefined) hop(-1)
      else if (total > 0) setAt({ text, current: (to + total) % total })
    },
    [total, current, text, next, previous, hop],
  )
  const ofPage = useCallback((page: number) => byPage.get(page) ?? none, [byPage])
  const around = { hop, hasNext: next !== undefined, hasPrevious: previous !== undefined }
  return { isAsked: isAsked && data !== undefined, total, current, move, ofPage, ...around }
}
