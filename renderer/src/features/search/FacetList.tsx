import { Minus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { searchFor, useWorkspace, useWorkspaceStore } from '../../app/workspace.ts'
import { useFormats } from '../../texts/format.ts'
import { nameOfKind, nameOfLanguage } from '../../texts/names.ts'
import { Button as TextButton } from '../../ui/Button.tsx'
import styles from './FacetList.module.css'
import { hasFilter, toggleFilter, type Filter } from './query-text.ts'
import type { Facets } from './use-search.ts'

const shownValues = 8

interface ValueProps {
  readonly filter: Filter
  readonly name: string
  readonly count: number
}

function FacetValue({ filter, name, count }: ValueProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const store = useWorkspaceStore()
  const text = useWorkspace((workspace) => workspace.text)
  const excluded = { ...filter, negated: true }
  return (
    <li className={styles.line}>
      <Button
        className={styles.value ?? ''}
        aria-pressed={hasFilter(text, filter)}
        onPress={() => searchFor(store, toggleFilter(text, filter))}
      >
        <bdi className={styles.name}>{name}</bdi>
        <span className={styles.count}>{formats.number(count)}</span>
      </Button>
      <Button
        className={styles.exclude ?? ''}
        aria-label={t('facet.exclude', { name })}
        aria-pressed={hasFilter(text, excluded)}
        onPress={() => searchFor(store, toggleFilter(text, excluded))}
      >
        <Minus aria-hidden size={13} />
      </Button>
    </li>
  )
}

interface FacetProps {
  readonly title: string
  readonly field: Filter['field']
  readonly values: Facets['kind']
  readonly nameOf: (value: string) => string
}

/** Counts of the results by one property; a click keeps only those, or leaves them out, and another click takes that back. */
function Facet({ title, field, values, nameOf }: FacetProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const [showsAll, setShowsAll] = useState(false)
  if (values.length === 0) return null
  const shown = showsAll ? values : values.slice(0, shownValues)
  return (
    <section className={styles.facet} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <ul>
        {shown.map(({ value, count }) => (
          <FacetValue key={value} filter={{ field, value }} name={nameOf(value)} count={count} />
        ))}
      </ul>
      {values.length > shownValues && (
        <TextButton size="small" look="quiet" onPress={() => setShowsAll(!showsAll)}>
          {showsAll ? t('facet.fewer') : t('facet.more', { shown: formats.number(values.length) })}
        </TextButton>
      )}
    </section>
  )
}

const asItIs = (value: string): string => value

/** The kinds, languages, tags, names and years of the results. */
export function FacetList({ facets }: { readonly facets: Facets }): ReactNode {
  const { t } = useTranslation()
  const nameOfYear = (value: string): string => (value === 'none' ? t('facts.noDate') : value)
  return (
    <>
      <Facet title={t('facets.kind')} field="kind" values={facets.kind} nameOf={(kind) => nameOfKind(kind, t)} />
      <Facet
        title={t('facets.language')}
        field="lang"
        values={facets.language}
        nameOf={(code) => nameOfLanguage(code, t)}
      />
      <Facet title={t('facet.tag')} field="tag" values={facets.tag} nameOf={asItIs} />
      <Facet title={t('facet.country')} field="country" values={facets.country} nameOf={asItIs} />
      <Facet title={t('facet.organisation')} field="org" values={facets.organisation} nameOf={asItIs} />
      <Facet title={t('facet.person')} field="person" values={facets.person} nameOf={asItIs} />
      <Facet title={t('facet.agreement')} field="agreement" values={facets.agreement} nameOf={asItIs} />
      <Facet title={t('facets.year')} field="issued" values={facets.year} nameOf={nameOfYear} />
    </>
  )
}
