import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../texts/format.ts'
import { type PdfDocument, TextLayer } from './pdf.ts'
import styles from './Viewer.module.css'

interface PdfSheetProps {
  readonly pdf: PdfDocument
  readonly number: number
  readonly zoom: number
  readonly onSeen: (number: number) => void
}

/** A4 in CSS pixels at 96 dpi: the place of a page until its own size is known. */
const usualSize = { width: 794, height: 1123 }
const cssPixelsPerPoint = 96 / 72

function useIsNear(target: React.RefObject<HTMLElement | null>, onSeen: () => void): boolean {
  const [isNear, setIsNear] = useState(false)
  const seen = useRef(onSeen)
  useEffect(() => {
    seen.current = onSeen
  })
  useEffect(() => {
    const element = target.current
    if (element === null) return
    const near = new IntersectionObserver(([entry]) => setIsNear(entry?.isIntersecting === true), {
      rootMargin: '800px',
    })
    const middle = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) seen.current()
      },
      { rootMargin: '-45% 0px -45% 0px' },
    )
    near.observe(element)
    middle.observe(element)
    return () => {
      near.disconnect()
      middle.disconnect()
    }
  }, [target])
  return isNear
}

async function draw(
  props: Pick<PdfSheetProps, 'pdf' | 'number' | 'zoom'>,
  sheet: HTMLElement,
  signal: AbortSignal,
): Promise<void> {
  const page = await props.pdf.getPage(props.number)
  if (signal.aborted) return
  const scale = props.zoom * cssPixelsPerPoint
  const viewport = page.getViewport({ scale })
  sheet.style.inlineSize = `${viewport.width}px`
  sheet.style.blockSize = `${viewport.height}px`
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
  await layer.render()
  sheet.replaceChildren(canvas, words)
}

/** One page: a picture with its words over it, drawn while it is near the view and dropped when it is far. */
export function PdfSheet({ pdf, number, zoom, onSeen }: PdfSheetProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const sheet = useRef<HTMLDivElement>(null)
  const isNear = useIsNear(sheet, () => onSeen(number))
  useEffect(() => {
    const element = sheet.current
    if (!isNear || element === null) return
    const stop = new AbortController()
    // A page that cannot be drawn stays white; its text is in the other tab.
    draw({ pdf, number, zoom }, element, stop.signal).catch(() => undefined)
    return () => {
      stop.abort()
      element.replaceChildren()
    }
  }, [isNear, pdf, number, zoom])
  const size = { inlineSize: usualSize.width * zoom, blockSize: usualSize.height * zoom }
  return (
    <div
      ref={sheet}
      className={styles.sheet}
      style={size}
      role="group"
      aria-label={t('reader.page', { page: formats.number(number) })}
    />
  )
}
