import { ChevronDown, ChevronsDown, ChevronsUp, ChevronUp } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../texts/format.ts'
import { IconButton } from '../../ui/Button.tsx'
import styles from './Reader.module.css'
import type { Hits } from './use-hits.ts'

interface HitWalkerProps {
  readonly hits: Hits
  /** Over the text it floats; in a bar it is one of its parts. */
  readonly look?: 'floating' | 'inBar'
  /** How many hits have no place in what is shown. */
  readonly unplaced?: number
}

/** Says which hit of how many one is at and goes to the next or the one before, with F3 too. */
export function HitWalker({ hits, look = 'floating', unplaced = 0 }: HitWalkerProps): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { total, current, move, hop, hasNext, hasPrevious } = hits
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'F3') return
      event.preventDefault()
      move(event.shiftKey ? -1 : 1)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [move])
  return (
    <div className={styles.walker} data-look={look}>
      <span role="status" className={styles.position}>
        {total === 0 ? t('reader.noHits') : t('reader.hits', { current: number(current + 1), total: number(total) })}
      </span>
      <IconButton
        label={t('reader.previous')}
        icon={ChevronUp}
        size="small"
        isDisabled={total === 0 && !hasPrevious}
        onPress={() => move(-1)}
      />
      <IconButton
        label={t('reader.next')}
        icon={ChevronDown}
        size="small"
        isDisabled={total === 0 && !hasNext}
        onPress={() => move(1)}
      />
      <IconButton
        label={t('hop.previous')}
        icon={ChevronsUp}
        size="small"
        isDisabled={!hasPrevious}
        onPress={() => hop(-1)}
      />
      <IconButton label={t('hop.next')} icon={ChevronsDown} size="small" isDisabled={!hasNext} onPress={() => hop(1)} />
      {unplaced > 0 && (
        <span role="status" className={styles.position}>
          {t('reader.unplaced', { count: unplaced, shown: number(unplaced) })}
        </span>
      )}
    </div>
  )
}
