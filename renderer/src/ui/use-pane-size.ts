import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useLocale } from 'react-aria-components'

interface PaneLimits {
  /** Names the size in the browser's storage, so that the pane is as wide tomorrow. */
  readonly name: string
  readonly initial: number
  readonly min: number
  readonly max: number
  /** The pane lies after its handle, so that moving the handle towards it makes it smaller. */
  readonly afterHandle?: boolean
}

interface PaneSize {
  readonly size: number
  readonly handle: {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
    readonly onDoubleClick: () => void
    readonly 'aria-valuenow': number
    readonly 'aria-valuemin': number
    readonly 'aria-valuemax': number
  }
}

const stepPx = 24

function followPointer(event: PointerEvent<HTMLElement>, onMove: (distance: number) => void): void {
  const { currentTarget: target, clientX: from, pointerId } = event
  const move = (moved: globalThis.PointerEvent): void => onMove(moved.clientX - from)
  const stop = (): void => {
    target.removeEventListener('pointermove', move)
    target.removeEventListener('lostpointercapture', stop)
  }
  target.setPointerCapture(pointerId)
  target.addEventListener('pointermove', move)
  target.addEventListener('lostpointercapture', stop)
}

/** The width of a pane in pixels, changed by dragging its handle or by arrow keys on it; a double click restores it. */
export function usePaneSize({ name, initial, min, max, afterHandle = false }: PaneLimits): PaneSize {
  const key = `pane-${name}`
  const { direction } = useLocale()
  const [size, setSize] = useState(() => Number(localStorage.getItem(key) ?? initial) || initial)
  const sign = (direction === 'rtl' ? -1 : 1) * (afterHandle ? -1 : 1)
  const resize = (wanted: number): void => {
    const next = Math.round(Math.min(max, Math.max(min, wanted)))
    setSize(next)
    localStorage.setItem(key, String(next))
  }
  const steps: Readonly<Record<string, number>> = { ArrowLeft: -stepPx, ArrowRight: stepPx }
  return {
    size,
    handle: {
      onPointerDown: (event) => {
        event.preventDefault()
        followPointer(event, (distance) => resize(size + sign * distance))
      },
      onKeyDown: ({ key: pressed }) => {
        const step = steps[pressed]
        if (step !== undefined) resize(size + sign * step)
      },
      onDoubleClick: () => resize(initial),
      'aria-valuenow': size,
      'aria-valuemin': min,
      'aria-valuemax': max,
    },
  }
}
