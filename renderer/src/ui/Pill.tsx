import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import styles from './Pill.module.css'

interface PillProps {
  readonly tone?: 'plain' | 'accent' | 'warning'
  readonly children: ReactNode
  /** The name of the button that takes the pill away; there is none without it. */
  readonly removeLabel?: string
  readonly onRemove?: () => void
  readonly onPress?: () => void
}

/** A short word about something: a tag, a part of the query, a state. */
export function Pill({ tone = 'plain', children, removeLabel, onRemove, onPress }: PillProps): ReactNode {
  return (
    <span className={styles.pill} data-tone={tone}>
      {onPress === undefined ? (
        <span className={styles.text}>{children}</span>
      ) : (
        <Button className={styles.press ?? ''} onPress={onPress}>
          {children}
        </Button>
      )}
      {removeLabel !== undefined && onRemove !== undefined && (
        <Button className={styles.remove ?? ''} aria-label={removeLabel} onPress={onRemove}>
          <X aria-hidden size={12} />
        </Button>
      )}
    </span>
  )
}
