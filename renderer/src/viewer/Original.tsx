import { FileQuestion } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../electron/contract/calls.ts'
import { useActs } from '../app/use-acts.ts'
import { useClient } from '../client/use-client.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState, FailedState, LoadingLines } from '../ui/States.tsx'
import { HtmlOriginal } from './HtmlOriginal.tsx'
import { decodeText } from './decode-text.ts'
import type { PdfOriginalProps } from './PdfOriginal.tsx'
import styles from './Viewer.module.css'

type OriginalFile = CallOutput<'documents.get'>['file']

// pdf.js is larger than the rest of the page together; it is fetched when the first PDF is shown.
const PdfOriginal = lazy(() => import('./PdfOriginal.tsx'))

const shownTypes = new Set(['application/pdf', 'text/html', 'application/xhtml+xml', 'text/plain', 'text/markdown'])

interface OriginalProps extends Omit<PdfOriginalProps, 'bytes'> {
  readonly file: OriginalFile
}

function Shown({ file, bytes, ...marked }: OriginalProps & Pick<PdfOriginalProps, 'bytes'>): ReactNode {
  if (file.mediaType === 'application/pdf') {
    return (
      <Suspense fallback={<LoadingLines lines={10} />}>
        <PdfOriginal bytes={bytes} {...marked} />
      </Suspense>
    )
  }
  if (file.mediaType === 'text/plain' || file.mediaType === 'text/markdown') {
    return (
      <pre className={styles.plain} dir="auto">
        {decodeText(bytes)}
      </pre>
    )
  }
  return <HtmlOriginal html={decodeText(bytes)} />
}

/**
 * The original file as it was imported: PDF, web page and plain text are shown, any other can be saved. Hits are marked and walked
 * in a PDF alone.
 */
export function Original({ file, ...marked }: OriginalProps): ReactNode {
  const { t } = useTranslation()
  const client = useClient()
  const { fail } = useActs()
  const isShown = shownTypes.has(file.mediaType)
  const { data, error, refetch } = useQuery({
    queryKey: ['original', file.id],
    queryFn: ({ signal }) => client.readOriginal(file.id, signal),
    enabled: isShown,
    // The bytes of one original are enough to keep.
    gcTime: 0,
  })
  if (!isShown) {
    return (
      <EmptyState icon={FileQuestion} title={t('reader.noView')}>
        <p>{t('reader.noViewAdvice')}</p>
        <Button onPress={() => void client.saveOriginal(file.id, file.name).catch(fail)}>{t('reader.save')}</Button>
      </EmptyState>
    )
  }
  if (error !== null) return <FailedState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingLines lines={10} />
  return <Shown file={file} bytes={data} {...marked} />
}
