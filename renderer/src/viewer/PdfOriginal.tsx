import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FailedState, LoadingLines } from '../ui/States.tsx'
import { type PdfDocument, openPdf } from './pdf.ts'
import { PdfBar } from './PdfBar.tsx'
import { cssPixelsPerPoint, type PageSize, PdfSheet } from './PdfSheet.tsx'
import { type PageOfText, type PdfMarks, usePdfMarks, type WalkedHits } from './use-pdf-marks.ts'
import { useZoom } from './use-zoom.ts'
import styles from './Viewer.module.css'

/** The size of A4 in points: that of a page until it is known. */
const a4: PageSize = { width: 595, height: 842 }

type State =
  | { readonly step: 'opening' }
  | { readonly step: 'open'; readonly pdf: PdfDocument; readonly usualSize: PageSize }
  | { readonly step: 'failed'; readonly error: unknown }

/** The size of the first page, which most others share. */
async function usualSizeOf(pdf: PdfDocument): Promise<PageSize> {
  try {
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 })
    return { width, height }
  } catch {
    return a4
  }
}

function usePdf(bytes: Uint8Array<ArrayBuffer>): State {
  const [state, setState] = useState<State>({ step: 'opening' })
  useEffect(() => {
    const opening = openPdf(bytes)
    let isGone = false
    const open = async (): Promise<void> => {
      const pdf = await opening.promise
      const usualSize = await usualSizeOf(pdf)
      if (!isGone) setState({ step: 'open', pdf, usualSize })
    }
    open().catch((error: unknown) => {
      if (!isGone) setState({ step: 'failed', error })
    })
    return () => {
      isGone = true
      void opening.destroy()
    }
  }, [bytes])
  return state
}

/** The page that a hit is on. */
function pageOfHit(pages: readonly PageOfText[], { current, ofPage }: WalkedHits): number | undefined {
  return pages.find(({ number }) => ofPage(number).some(({ index }) => index === current))?.number
}

/** Brings the current hit into view: its page at once, the hit itself as soon as its place is known, and each only once. */
function useWalk(
  area: React.RefObject<HTMLDivElement | null>,
  hits: WalkedHits,
  page: number | undefined,
  marks: PdfMarks,
): void {
  const shown = useRef<{ source?: WalkedHits['ofPage']; current?: number; isAtMark?: boolean }>({})
  const { current, ofPage } = hits
  const marksHere = page === undefined ? undefined : marks.ofPage.get(page)
  useEffect(() => {
    if (page === undefined) return
    const { source, current: last, isAtMark = false } = shown.current
    const isSame = source === ofPage && last === current
    if (isSame && isAtMark) return
    const sheet = area.current?.querySelector(`[data-page="${page}"]`)
    const mark = sheet?.querySelector(`[data-hit="${current}"]`)
    if (mark) mark.scrollIntoView({ block: 'center', inline: 'nearest' })
    else if (!isSame) sheet?.scrollIntoView({ block: 'start' })
    shown.current = { source: ofPage, current, isAtMark: Boolean(mark) }
  }, [area, page, current, ofPage, marksHere])
}

/** Keeps what is read where it is while pages grow and shrink. */
function usePlaceKept(area: React.RefObject<HTMLDivElement | null>, zoom: number): void {
  const last = useRef(zoom)
  useLayoutEffect(() => {
    const scrolled = area.current?.closest('[role="tabpanel"]')
    if (scrolled && last.current !== zoom) scrolled.scrollTop *= zoom / last.current
    last.current = zoom
  }, [area, zoom])
}

export interface PdfOriginalProps {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Our text of the pages. */
  readonly pages: readonly PageOfText[]
  readonly hits: WalkedHits
  /** What walks the hits; it is told how many of them have no place on their pages. */
  readonly walker: (unplaced: number) => ReactNode
}

type OpenPdfProps = Omit<PdfOriginalProps, 'bytes'> & { readonly pdf: PdfDocument; readonly usualSize: PageSize }

function OpenPdf({ pdf, usualSize, pages, hits, walker }: OpenPdfProps): ReactNode {
  const { t } = useTranslation()
  const [measured, zoom] = useZoom(usualSize.width * cssPixelsPerPoint)
  const [page, setPage] = useState(1)
  const marks = usePdfMarks(pdf, pages, hits)
  const pageWithHit = pageOfHit(pages, hits)
  const area = useRef<HTMLDivElement>(null)
  useWalk(area, hits, pageWithHit, marks)
  usePlaceKept(area, zoom.value)
  const goTo = (wanted: number): void => {
    setPage(wanted)
    area.current?.querySelector(`[data-page="${wanted}"]`)?.scrollIntoView({ block: 'start' })
  }
  return (
    <section className={styles.pdf} aria-label={t('reader.pdf.document')} ref={measured}>
      <PdfBar page={page} total={pdf.numPages} onGoTo={goTo} zoom={zoom} walker={walker(marks.unplaced)} />
      <div className={styles.pages} dir="ltr" ref={area}>
        {Array.from({ length: pdf.numPages }, (_, index) => (
          <PdfSheet
            key={index}
            pdf={pdf}
            number={index + 1}
            zoom={zoom.value}
            usualSize={usualSize}
            marks={marks.ofPage.get(index + 1)}
            current={index + 1 === pageWithHit ? hits.current : undefined}
            onSeen={setPage}
            onDrawn={marks.markAgain}
          />
        ))}
      </div>
    </section>
  )
}

/** A PDF page by page, drawn as pages come into view, with the hits of the search on them. */
export default function PdfOriginal({ bytes, ...rest }: PdfOriginalProps): ReactNode {
  const state = usePdf(bytes)
  if (state.step === 'failed') return <FailedState error={state.error} />
  if (state.step === 'opening') return <LoadingLines lines={10} />
  return <OpenPdf pdf={state.pdf} usualSize={state.usualSize} {...rest} />
}
