import { memo, useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../texts/format.ts'
import { type PdfDocument, TextLayer } from './pdf.ts'
import type { PageMarks } from './pdf-marks.ts'
import { PdfMarks } from './PdfMarks.tsx'
import styles from './Viewer.module.css'

/** In points. */
export interface PageSize {
  readonly width: number
  readonly height: number
}

interface PdfSheetProps {
  readonly pdf: PdfDocument
  readonly number: number
  readonly zoom: number
  /** The size of the page until its own is known. */
  readonly usualSize: PageSize
  readonly marks: PageMarks | undefined
  /** The hit that the reader is at, where it is on this page. */
  readonly current: number | undefined
  readonly onSeen: (number: number) => void
  readonly onDrawn: (number: number) => void
}

export const cssPixelsPerPoint = 96 / 72

/** The newest of the functions that were given, for what lives longer than a rendering. */
function useLatest(act: (number: number) => void): React.RefObject<(number: number) => void> {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  return latest
}

function useIsNear(
  target: React.RefObject<HTMLElement | null>,
  number: number,
  onSeen: (number: number) => void,
): boolean {
  const [isNear, setIsNear] = useState(false)
  const seen = useLatest(onSeen)
  useEffect(() => {
    const element = target.current
    if (element === null) return
    // What scrolls the pages: measured against the window, a page near its edge would count as far away.
    const root = element.closest('[role="tabpanel"]')
    const near = new IntersectionObserver(([entry]) => setIsNear(entry?.isIntersecting === true), {
      root,
      rootMargin: '800px',
    })
    const middle = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) seen.current(number)
      },
      { root, rootMargin: '-45% 0px -45% 0px' },
    )
    near.observe(element)
    middle.observe(element)
    return () => {
      near.disconnect()
      middle.disconnect()
    }
  }, [target, number, seen])
  return isNear
}

interface Drawing {
  readonly pdf: PdfDocument
  readonly number: number
  readonly zoom: number
  readonly onSize: (size: PageSize) => void
}

async function draw({ pdf, number, zoom, onSize }: Drawing, paper: HTMLElement, signal: AbortSignal): Promise<void> {
  const page = await pdf.getPage(number)
  signal.throwIfAborted()
  onSize(page.getViewport({ scale: 1 }))
  const scale = zoom * cssPixelsPerPoint
  const viewport = page.getViewport({ scale })
  const canvas = document.createElement('canvas')
  canvas.className = styles.canvas ?? ''
  const density = Math.min(2, window.devicePixelRatio)
  canvas.width = Math.floor(viewport.width * density)
  canvas.height = Math.floor(viewport.height * density)
  const task = page.render({ canvas, viewport: page.getViewport({ scale: scale * density }) })
  signal.addEventListener('abort', () => task.cancel())
  await task.promise
  const words = document.createElement('div')
  words.className = styles.words ?? ''
  words.style.setProperty('--scale-factor', String(scale))
  words.style.setProperty('--total-scale-factor', String(scale))
  const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport })
  signal.addEventListener('abort', () => layer.cancel())
  // The picture is worth showing though its words cannot be laid over it.
  await layer.render().catch(() => undefined)
  signal.throwIfAborted()
  paper.replaceChildren(canvas, words)
}

/** One page: a picture with its words over it, drawn while it is near the view and dropped when it is far. */
export const PdfSheet = memo(function PdfSheet(props: PdfSheetProps): ReactNode {
  const { pdf, number, zoom, usualSize, marks, current, onSeen, onDrawn } = props
  const { t } = useTranslation()
  const formats = useFormats()
  const sheet = useRef<HTMLDivElement>(null)
  const paper = useRef<HTMLDivElement>(null)
  const [ownSize, setOwnSize] = useState<PageSize | undefined>()
  const [isBroken, setIsBroken] = useState(false)
  const isNear = useIsNear(sheet, number, onSeen)
  const drawn = useLatest(onDrawn)
  useEffect(() => {
    const element = paper.current
    if (!isNear || element === null) return
    const stop = new AbortController()
    const onSize = ({ width, height }: PageSize): void => setOwnSize({ width, height })
    draw({ pdf, number, zoom, onSize }, element, stop.signal).then(
      () => {
        if (stop.signal.aborted) return
        setIsBroken(false)
        drawn.current(number)
      },
      () => {
        if (!stop.signal.aborted) setIsBroken(true)
      },
    )
    return () => {
      stop.abort()
      element.replaceChildren()
    }
  }, [isNear, pdf, number, zoom, drawn])
  const { width, height } = ownSize ?? usualSize
  const size = { inlineSize: width * zoom * cssPixelsPerPoint, blockSize: height * zoom * cssPixelsPerPoint }
  return (
    <div
      ref={sheet}
      className={styles.sheet}
      style={size}
      role="group"
      aria-label={t('reader.page', { page: formats.number(number) })}
      data-page={number}
    >
      <div ref={paper} className={styles.paper} />
      {isBroken && (
        <p className={styles.broken} role="status" dir="auto">
          {t('reader.pdf.notDrawn')}
        </p>
      )}
      {marks !== undefined && !isBroken && <PdfMarks page={marks} current={current} />}
    </div>
  )
})
