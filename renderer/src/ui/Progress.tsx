import type { ReactNode } from 'react'
import { Label, ProgressBar } from 'react-aria-components'
import styles from './Progress.module.css'

interface ProgressProps {
  readonly label: string
  readonly done: number
  /** Nothing where it is not known yet how much there is to do. */
  readonly total: number | undefined
}

/** How far a long act has come. */
export function Progress({ label, done, total }: ProgressProps): ReactNode {
  return (
    <ProgressBar
      className={styles.progress ?? ''}
      value={done}
      maxValue={Math.max(total ?? 1, 1)}
      isIndeterminate={total === undefined}
    >
      {({ percentage }) => (
        <>
          <Label className={styles.label ?? ''}>{label}</Label>
          <div className={styles.track}>
            <div
              className={styles.bar}
              data-unknown={total === undefined || undefined}
              style={{ inlineSize: total === undefined ? '30%' : `${percentage ?? 0}%` }}
            />
          </div>
        </>
      )}
    </ProgressBar>
  )
}
