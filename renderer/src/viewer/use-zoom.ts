import { useCallback, useState } from 'react'

export const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const
const smallest = 0.4
/** The space on both sides of a page, in CSS pixels. */
const spaceAround = 40
/** How far a page grows to fill the width by itself, and when that is asked for. */
const largestUnasked = 1.5
const largestAsked = 3

export interface Zoom {
  readonly value: number
  readonly step: (by: 1 | -1) => void
  /** Makes a page as wide as there is room for, whatever was chosen before. */
  readonly fit: () => void
}

/** Is given the element whose width is the room for pages. */
type Measured = (element: HTMLElement | null) => (() => void) | undefined

/** How large pages of this width (CSS pixels) are shown: as the reader chose, or as there is room. */
export function useZoom(pageWidth: number): readonly [measured: Measured, zoom: Zoom] {
  const [chosen, choose] = useState<number | 'width' | undefined>()
  const [room, setRoom] = useState(0)
  const measured = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined
    const measure = (): void => setRoom(element.clientWidth)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [])
  const largest = chosen === 'width' ? largestAsked : largestUnasked
  const isMeasured = room > 0
  // In steps, so that the coming and going of a scroll bar does not draw all pages anew.
  const fitting = Math.floor(((room - spaceAround) / pageWidth) * 50) / 50
  const value = typeof chosen === 'number' ? chosen : isMeasured ? Math.max(smallest, Math.min(largest, fitting)) : 1
  const step = (by: 1 | -1): void => {
    const next = by > 0 ? zooms.find((each) => each > value) : zooms.findLast((each) => each < value)
    if (next !== undefined) choose(next)
  }
  return [measured, { value, step, fit: () => choose('width') }]
}
