import type { CSSProperties, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Panes.module.css'
import { usePaneSize } from './use-pane-size.ts'

interface PanesProps {
  readonly side: ReactNode
  readonly list: ReactNode
  readonly detail: ReactNode
  readonly showsSide: boolean
  /** Only the detail is shown, over the whole width. */
  readonly detailOnly: boolean
}

/** Three panes side by side; the handles between them are dragged or moved with the arrow keys. */
export function Panes({ side, list, detail, showsSide, detailOnly }: PanesProps): ReactNode {
  const { t } = useTranslation()
  const sidePane = usePaneSize({ name: 'side', initial: 248, min: 190, max: 420 })
  const detailPane = usePaneSize({ name: 'list', initial: 440, min: 320, max: 760 })
  const sizes = { '--side-size': `${sidePane.size}px`, '--list-size': `${detailPane.size}px` } as CSSProperties
  return (
    <div className={styles.panes} style={sizes} data-side={showsSide && !detailOnly} data-detail-only={detailOnly}>
      <aside className={styles.side} hidden={!showsSide || detailOnly} aria-label={t('panes.side')}>
        {side}
      </aside>
      {showsSide && !detailOnly && (
        <div
          role="separator"
          aria-orientation="vertical"
          aria-label={t('panes.resizeSide')}
          tabIndex={0}
          className={styles.handle}
          {...sidePane.handle}
        />
      )}
      <section className={styles.list} hidden={detailOnly} aria-label={t('panes.list')}>
        {list}
      </section>
      {!detailOnly && (
        <div
          role="separator"
          aria-orientation="vertical"
          aria-label={t('panes.resizeList')}
          tabIndex={0}
          className={styles.handle}
          {...detailPane.handle}
        />
      )}
      <main className={styles.detail} aria-label={t('panes.reader')}>
        {detail}
      </main>
    </div>
  )
}
