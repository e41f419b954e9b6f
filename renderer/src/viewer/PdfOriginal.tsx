import { ZoomIn, ZoomOut } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../texts/format.ts'
import { IconButton } from '../ui/Button.tsx'
import { FailedState, LoadingLines } from '../ui/States.tsx'
import { type PdfDocument, openPdf } from './pdf.ts'
import { PdfSheet } from './PdfSheet.tsx'
import styles from './Viewer.module.css'

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3]

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

/** A PDF page by page, drawn as pages come into view. */
export default function PdfOriginal({ bytes }: { readonly bytes: Uint8Array<ArrayBuffer> }): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const state = usePdf(bytes)
  const [zoom, setZoom] = useState(1)
  const [page, setPage] = useState(1)
  const area = useRef<HTMLDivElement>(null)
  if (state.step === 'failed') return <FailedState error={state.error} />
  if (state.step === 'opening') return <LoadingLines lines={10} />
  const { pdf } = state
  const total = pdf.numPages
  const step = (by: number): void => {
    const next = zooms[zooms.indexOf(zoom) + by]
    if (next !== undefined) setZoom(next)
  }
  return (
    <section className={styles.pdf} aria-label={t('reader.pdf.document')} ref={area}>
      <div className={styles.bar}>
        <IconButton
          label={t('reader.pdf.smaller')}
          icon={ZoomOut}
          size="small"
          isDisabled={zoom === zooms[0]}
          onPress={() => step(-1)}
        />
        <span role="status">{t('reader.pdf.page', { page: number(page), total: number(total) })}</span>
        <IconButton
          label={t('reader.pdf.larger')}
          icon={ZoomIn}
          size="small"
          isDisabled={zoom === zooms.at(-1)}
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
