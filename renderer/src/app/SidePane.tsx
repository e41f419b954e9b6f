import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCall } from '../client/use-call.ts'
import { Collections } from '../features/saved/Collections.tsx'
import { SavedSearches } from '../features/saved/SavedSearches.tsx'
import { FacetList } from '../features/search/FacetList.tsx'
import { Histogram } from '../features/search/Histogram.tsx'
import { hasFilter, toggleFilter } from '../features/search/query-text.ts'
import { useSearchReply } from '../features/search/use-search.ts'
import { TagTree } from '../features/tags/TagTree.tsx'
import { useFormats } from '../texts/format.ts'
import styles from './Shell.module.css'
import { searchFor, useWorkspace, useWorkspaceStore } from './workspace.ts'

const withoutTag = { field: 'tag', value: 'none' } as const

function Untagged(): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const store = useWorkspaceStore()
  const text = useWorkspace((workspace) => workspace.text)
  const { data } = useCall('tags.list', {})
  if (data === undefined || data.untagged === 0) return null
  return (
    <Button
      className={styles.untagged ?? ''}
      aria-pressed={hasFilter(text, withoutTag)}
      onPress={() => searchFor(store, toggleFilter(text, withoutTag))}
    >
      <span>{t('tags.untagged')}</span>
      <span className={styles.untaggedCount}>{number(data.untagged)}</span>
    </Button>
  )
}

/** The left pane: tags, saved searches and collections; when the results were issued, and what they are. */
export function SidePane(): ReactNode {
  const { t } = useTranslation()
  const reply = useSearchReply()
  const { facets, histogram } = reply ?? {}
  return (
    <div className={styles.side}>
      <section aria-label={t('tags.title')}>
        <h2 className={styles.heading}>{t('tags.title')}</h2>
        <TagTree />
        <Untagged />
      </section>
      <SavedSearches />
      <Collections />
      {histogram !== undefined && <Histogram histogram={histogram} />}
      {facets !== undefined && <FacetList facets={facets} />}
    </div>
  )
}
