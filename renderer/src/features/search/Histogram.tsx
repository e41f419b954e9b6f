import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { searchFor, useWorkspace, useWorkspaceStore } from '../../app/workspace.ts'
import { useFormats } from '../../texts/format.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Histogram.module.css'
import { filterValue, withOnlyFilter } from './query-text.ts'
import type { SearchReply } from './use-search.ts'

type Bars = NonNullable<SearchReply['histogram']>['bars']

/** A stretch of bars, by their places; the first may be behind the last while one draws towards the beginning. */
interface Stretch {
  readonly from: number
  readonly to: number
}

const has = ({ from, to }: Stretch, at: number): boolean => at >= Math.min(from, to) && at <= Math.max(from, to)

/** The value of a filter by a stretch: one bar, or from one to another. */
function valueOf(bars: Bars, { from, to }: Stretch): string {
  const first = bars[Math.min(from, to)]?.value ?? ''
  const last = bars[Math.max(from, to)]?.value ?? ''
  return first === last ? first : `${first}..${last}`
}

/** How many documents were issued when. A bar, or a stretch that is drawn over several, filters the results by its time. */
export function Histogram({ histogram }: { readonly histogram: NonNullable<SearchReply['histogram']> }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const store = useWorkspaceStore()
  const text = useWorkspace((workspace) => workspace.text)
  const [at, setAt] = useState(0)
  const [drawn, setDrawn] = useState<Stretch | undefined>()
  const { bars } = histogram
  const filtered = filterValue(text, 'issued')
  if (bars.length === 0 || (bars.length === 1 && filtered === undefined)) return null
  const most = Math.max(...bars.map(({ count }) => count), 1)
  const active = Math.min(at, bars.length - 1)
  const nameOf = ({ value, count }: Bars[number]): string =>
    t('time.bar', { count, shown: formats.number(count), when: formats.edtf(value) })
  const filterBy = (stretch: Stretch): void => {
    setDrawn(undefined)
    searchFor(store, withOnlyFilter(text, 'issued', valueOf(bars, stretch)))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const forward = document.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const moves: Readonly<Record<string, number>> = {
      ...{ ArrowLeft: -1, ArrowRight: 1, Home: -bars.length, End: bars.length },
      ...(forward === 'ArrowLeft' && { ArrowLeft: 1, ArrowRight: -1 }),
    }
    const move = moves[event.key]
    if (event.key === 'Enter' || event.key === ' ') filterBy(drawn ?? { from: active, to: active })
    else if (move !== undefined) {
      const next = Math.max(0, Math.min(bars.length - 1, active + move))
      setAt(next)
      setDrawn(event.shiftKey ? { from: drawn?.from ?? active, to: next } : undefined)
    } else return
    event.preventDefault()
  }
  return (
    <section className={styles.histogram} aria-label={t('time.title')}>
      <h3 className={styles.title}>{t('time.title')}</h3>
      <div
        className={styles.bars}
        role="listbox"
        aria-multiselectable
        aria-label={t('time.help')}
        aria-activedescendant={`bar-${active}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerUp={() => drawn !== undefined && filterBy(drawn)}
        onPointerLeave={() => setDrawn(undefined)}
      >
        {bars.map((bar, place) => (
          <span
            key={bar.value}
            id={`bar-${place}`}
            role="option"
            aria-selected={drawn !== undefined && has(drawn, place)}
            aria-label={nameOf(bar)}
            className={styles.bar}
            data-active={place === active || undefined}
            onPointerDown={(event) => {
              event.preventDefault()
              setAt(place)
              setDrawn({ from: place, to: place })
            }}
            onPointerEnter={() => {
              setAt(place)
              if (drawn !== undefined) setDrawn({ ...drawn, to: place })
            }}
          >
            <span className={styles.fill} style={{ blockSize: `${(100 * bar.count) / most}%` }} />
          </span>
        ))}
      </div>
      <p className={styles.ends}>
        <bdi>{formats.edtf(bars[0]?.value ?? '')}</bdi>
        <bdi>{formats.edtf(bars.at(-1)?.value ?? '')}</bdi>
      </p>
      <p className={styles.now}>{bars[active] === undefined ? '' : nameOf(bars[active])}</p>
      {filtered !== undefined && (
        <Button size="small" look="quiet" onPress={() => searchFor(store, withOnlyFilter(text, 'issued', undefined))}>
          {t('time.clear')}
        </Button>
      )}
    </section>
  )
}
