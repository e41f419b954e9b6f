import { MoveHorizontal, ZoomIn, ZoomOut } from 'lucide-react'
import type { ReactNode } from 'react'
import { Input, NumberField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../texts/format.ts'
import { IconButton } from '../ui/Button.tsx'
import { type Zoom, zooms } from './use-zoom.ts'
import styles from './Viewer.module.css'

interface PdfBarProps {
  readonly page: number
  readonly total: number
  readonly onGoTo: (page: number) => void
  readonly zoom: Zoom
  /** What walks the hits, where there are any. */
  readonly walker: ReactNode
}

/** The bar over the pages: which page this is, another one by its number, larger and smaller, and the hits. */
export function PdfBar({ page, total, onGoTo, zoom, walker }: PdfBarProps): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  return (
    <div className={styles.bar}>
      <span className={styles.place}>
        <NumberField
          aria-label={t('reader.pdf.goTo')}
          value={page}
          minValue={1}
          maxValue={total}
          isWheelDisabled
          onChange={(wanted) => {
            // An emptied field says nothing.
            if (Number.isInteger(wanted)) onGoTo(wanted)
          }}
        >
          <Input className={styles.pageField ?? ''} size={Math.max(3, String(total).length)} />
        </NumberField>
        <span>{t('reader.pdf.ofTotal', { total: number(total) })}</span>
      </span>
      <span className={styles.place}>
        <IconButton
          label={t('reader.pdf.smaller')}
          icon={ZoomOut}
          size="small"
          isDisabled={zoom.value <= zooms[0]}
          onPress={() => zoom.step(-1)}
        />
        <IconButton
          label={t('reader.pdf.larger')}
          icon={ZoomIn}
          size="small"
          isDisabled={zoom.value >= (zooms.at(-1) ?? 0)}
          onPress={() => zoom.step(1)}
        />
        <IconButton label={t('reader.pdf.fit')} icon={MoveHorizontal} size="small" onPress={zoom.fit} />
      </span>
      {walker}
    </div>
  )
}
