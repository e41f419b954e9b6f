import { ZoomIn, ZoomOut } from 'lucide-react'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../texts/format.ts'
import { IconButton } from '../ui/Button.tsx'
import { FailedState, LoadingLines } from '../ui/States.tsx'
import { type PdfDocument, openPdf } from './pdf.ts'
import { PdfSheet } from './PdfSheet.tsx'
import styles from './Viewer.module.css'

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3]
/** The width of an A4 page in CSS pixels with the space around it. */
const widthOfPage = 794 + 40

type State =
  | { readonly step: 'opening' }
  | { readonly step: 'open'; readonly pdf: PdfDocument }
  | { readonly step: 'failed'; readonly error: unknown }

function usePdf(bytes: Uint8Array<ArrayBuffer>): State {
  const [state, setState] = useState<State>({ step: 'opening' })
  useEffect(() => {
    const opening = openPdf(bytes)
    let isGone = false
    opening.promise.then(
      (pdf) => {
        if (!isGone) setState({ step: 'open', pdf })
      },
      (error: unknown) => {
        if (!isGone) setState({ step: 'failed', error })
      },
    )
    return () => {
      isGone = true
      void opening.destroy()
    }
  }, [bytes])
  return state
}

/** The zoom at which a page is as wide as there is room for, but never larger than life by half. */
function useFittingZoom(): readonly [measured: (element: HTMLElement | null) => void, zoom: number] {
  const [zoom, setZoom] = useState(1)
  const measured = useCallback((element: HTMLElement | null) => {
    if (element === null) return
    const measure = (): void =>
      setZoom(Math.max(0.4, Math.min(1.5, Math.floor((element.clientWidth / widthOfPage) * 20) / 20)))
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [])
  return [measured, zoom]
}

/** A PDF page by page, drawn as pages come into view. */
export default function PdfOriginal({ bytes }: { readonly bytes: Uint8Array<ArrayBuffer> }): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const state = usePdf(bytes)
  const [chosenZoom, setZoom] = useState<number | undefined>()
  const [measured, fittingZoom] = useFittingZoom()
  const [page, setPage] = useState(1)
  if (state.step === 'failed') return <FailedState error={state.error} />
  if (state.step === 'opening') return <LoadingLines lines={10} />
  const { pdf } = state
  const zoom = chosenZoom ?? fittingZoom
  const total = pdf.numPages
  const step = (by: number): void => {
    const next = by > 0 ? zooms.find((each) => each > zoom) : zooms.findLast((each) => each < zoom)
    if (next !== undefined) setZoom(next)
  }
  return (
    <section className={styles.pdf} aria-label={t('reader.pdf.document')} ref={measured}>
      <div className={styles.bar}>
        <IconButton
          label={t('reader.pdf.smaller')}
          icon={ZoomOut}
          size="small"
          isDisabled={zoom <= (zooms[0] ?? 0)}
          onPress={() => step(-1)}
        />
        <span role="status">{t('reader.pdf.page', { page: number(page), total: number(total) })}</span>
        <IconButton
          label={t('reader.pdf.larger')}
          icon={ZoomIn}
          size="small"
          isDisabled={zoom >= (zooms.at(-1) ?? 0)}
          onPress={() => step(1)}
        />
      </div>
      <div className={styles.pages} dir="ltr">
        {Array.from({ length: total }, (_, index) => (
          <PdfSheet key={index} pdf={pdf} number={index + 1} zoom={zoom} onSeen={setPage} />
        ))}
      </div>
    </section>
  )
}
