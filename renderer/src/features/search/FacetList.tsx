import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { searchFor, useWorkspace, useWorkspaceStore } from '../../app/workspace.ts'
import { useFormats } from '../../texts/format.ts'
import { nameOfKind, nameOfLanguage } from '../../texts/names.ts'
import styles from './FacetList.module.css'
import { hasFilter, toggleFilter, type Filter } from './query-text.ts'
import type { Facets } from './use-search.ts'

interface FacetProps {
  readonly title: string
  readonly field: Filter['field']
  readonly values: Facets['kind']
  readonly nameOf: (value: string) => string
}

const shownValues = 8

/** Counts of the results by one property; a click keeps only those, another click lets the rest back in. */
function Facet({ title, field, values, nameOf }: FacetProps): ReactNode {
  const formats = useFormats()
  const store = useWorkspaceStore()
  const text = useWorkspace((workspace) => workspace.text)
  if (values.length === 0) return null
  return (
    <section className={styles.facet} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <ul>
        {values.slice(0, shownValues).map(({ value, count }) => {
          const filter = { field, value }
          return (
            <li key={value}>
              <Button
                className={styles.value ?? ''}
                aria-pressed={hasFilter(text, filter)}
                onPress={() => searchFor(store, toggleFilter(text, filter))}
              >
                <span className={styles.name}>{nameOf(value)}</span>
                <span className={styles.count}>{formats.number(count)}</span>
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** The kinds, languages and years of the results. */
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
      <Facet title={t('facets.year')} field="issued" values={facets.year} nameOf={nameOfYear} />
    </>
  )
}
