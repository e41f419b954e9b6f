import { CircleAlert, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { asArchiveError } from '../client/replies.ts'
import { sentenceOfError } from '../texts/sentences.ts'
import { Button } from './Button.tsx'
import styles from './States.module.css'

interface EmptyStateProps {
  readonly icon: LucideIcon
  readonly title: string
  readonly children?: ReactNode
}

/** Says that there is nothing here, why, and what one can do about it. */
export function EmptyState({ icon: Icon, title, children }: EmptyStateProps): ReactNode {
  return (
    <div className={styles.state}>
      <Icon aria-hidden className={styles.icon} />
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className={styles.detail}>{children}</div>}
    </div>
  )
}

interface FailedStateProps {
  readonly error: unknown
  readonly onRetry?: () => void
}

/** Says in a sentence what went wrong, where the answer would have stood. */
export function FailedState({ error, onRetry }: FailedStateProps): ReactNode {
  const { t } = useTranslation()
  return (
    <div className={styles.state} role="alert">
      <CircleAlert aria-hidden className={styles.icon} data-tone="failure" />
      <p className={styles.title}>{sentenceOfError(asArchiveError(error), t)}</p>
      {onRetry !== undefined && (
        <Button size="small" onPress={onRetry}>
          {t('common.retry')}
        </Button>
      )}
    </div>
  )
}

/** Grey lines where text will be, so that nothing jumps when it comes. They stay invisible for a moment. */
export function LoadingLines({ lines = 4 }: { readonly lines?: number }): ReactNode {
  const { t } = useTranslation()
  return (
    <div className={styles.loading} role="status" aria-label={t('common.loading')}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={styles.line} />
      ))}
    </div>
  )
}
