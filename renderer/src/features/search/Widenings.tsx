import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { searchFor, useWorkspaceStore } from '../../app/workspace.ts'
import { useFormats } from '../../texts/format.ts'
import { Pill } from '../../ui/Pill.tsx'
import styles from './QueryChips.module.css'
import { toggleFilter } from './query-text.ts'
import type { SearchReply } from './use-search.ts'

type Widening = SearchReply['query']['widenings'][number]

const shownTerms = 3

function WideningChip({ text, widening }: { readonly text: string; readonly widening: Widening }): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const store = useWorkspaceStore()
  const { words, label, isActive } = widening
  const terms = [...new Set(widening.terms)]
  const more = terms.length - shownTerms
  const toggle = (): void => searchFor(store, toggleFilter(text, { field: 'widen', value: label, negated: true }))
  if (!isActive)
    return (
      <Button className={styles.widen ?? ''} aria-label={t('widening.on', { words })} onPress={toggle}>
        <Plus aria-hidden size={12} />
        <bdi>{words}</bdi>
      </Button>
    )
  return (
    <Pill removeLabel={t('widening.off', { words })} onRemove={toggle}>
      <bdi>{words}</bdi>{' '}
      <span className={styles.type}>
        {t('widening.also', { terms: '' })}
        {terms.slice(0, shownTerms).map((term, at) => [at > 0 && ' · ', <bdi key={term}>{term}</bdi>])}
        {more > 0 && ` · ${t('widening.more', { count: more, shown: number(more) })}`}
      </span>
    </Pill>
  )
}

/** By which other names the thesaurus has the words of the query searched; each can be switched off, and on again. */
export function Widenings({ query }: { readonly query: SearchReply['query'] }): ReactNode {
  const { t } = useTranslation()
  if (query.widenings.length === 0) return null
  return (
    <ul className={styles.chips} aria-label={t('widening.title')}>
      {query.widenings.map((widening) => (
        <li key={widening.concept} className={styles.chip}>
          <WideningChip text={query.text} widening={widening} />
        </li>
      ))}
    </ul>
  )
}
