import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { openDialog, searchFor, useWorkspaceStore } from '../../app/workspace.ts'
import { useFormats } from '../../texts/format.ts'
import { filterText, type Filter } from '../search/query-text.ts'
import styles from './FactsPanel.module.css'
import type { DocumentRecord } from './ReaderPane.tsx'

type Mention = DocumentRecord['mentions'][number]

const groups = ['person', 'organisation', 'place', 'country', 'date'] as const
const fields: Readonly<Record<(typeof groups)[number], Filter['field']>> = {
  ...{ person: 'person', organisation: 'org', place: 'place', country: 'country', date: 'mentions' },
}

interface Gathered {
  readonly value: string
  readonly details: ReadonlySet<string>
  readonly count: number
  /** The words of the first mention. */
  readonly words: string
}

/** Mentions of one thing together, in the order in which the text first names them. */
function gather(mentions: readonly Mention[], type: Mention['type']): Gathered[] {
  const byValue = new Map<string, { details: Set<string>; count: number; words: string }>()
  for (const mention of mentions) {
    if (mention.type !== type || mention.value === '') continue
    const known = byValue.get(mention.value) ?? { details: new Set<string>(), count: 0, words: mention.text }
    known.count++
    for (const detail of [mention.rank, mention.office]) if (detail !== undefined) known.details.add(detail)
    byValue.set(mention.value, known)
  }
  return [...byValue].map(([value, known]) => ({ value, ...known }))
}

function Group({
  type,
  mentions,
}: {
  readonly type: (typeof groups)[number]
  readonly mentions: readonly Mention[]
}): ReactNode {
  const { t } = useTranslation()
  const { number, edtf } = useFormats()
  const store = useWorkspaceStore()
  const gathered = gather(mentions, type)
  if (gathered.length === 0) return null
  return (
    <section className={styles.group} aria-label={t(`reader.facts.${type}`)}>
      <h3>{t(`reader.facts.${type}`)}</h3>
      <ul>
        {gathered.map(({ value, details, count, words }) => (
          <li key={value} className={styles.fact}>
            <Button
              className={styles.value ?? ''}
              onPress={() => searchFor(store, filterText({ field: fields[type], value }))}
            >
              <bdi>{type === 'date' ? edtf(value) : value}</bdi>
            </Button>
            <span className={styles.detail}>
              <bdi>{type === 'date' ? `“${words}”` : [...details].join('; ')}</bdi>
            </span>
            <span className={styles.count}>{number(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the text says: the agreements, the promises, and everybody and everything that it names, each a way to more of it. */
export function FactsPanel({ record }: { readonly record: DocumentRecord }): ReactNode {
  const { t } = useTranslation()
  const { edtf } = useFormats()
  const store = useWorkspaceStore()
  const { agreements, commitments, mentions } = record
  return (
    <div className={styles.panel}>
      {agreements.length > 0 && (
        <section className={styles.group} aria-label={t('register.title')}>
          <h3>{t('register.title')}</h3>
          <ul>
            {agreements.map(({ id, title, role, signed, evidence }) => (
              <li key={`${evidence.page} ${evidence.start}`} className={styles.fact}>
                <Button
                  className={styles.value ?? ''}
                  onPress={() => openDialog(store, { type: 'register', agreement: id })}
                >
                  <bdi>{title}</bdi>
                </Button>
                <span className={styles.detail}>
                  {t(`register.roles.${role}`)} <bdi>“{evidence.text}”</bdi>
                </span>
                <span className={styles.count}>{signed === '' ? '' : edtf(signed)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {commitments.length > 0 && (
        <section className={styles.group} aria-label={t('register.commitments')}>
          <h3>{t('register.commitments')}</h3>
          <ul>
            {commitments.map(({ due, evidence }) => (
              <li key={`${evidence.page} ${evidence.start}`} className={styles.fact}>
                <span className={styles.promise} dir="auto">
                  {evidence.text}
                </span>
                <span className={styles.count}>{due === '' ? t('register.noDue') : edtf(due)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {groups.map((type) => (
        <Group key={type} type={type} mentions={mentions} />
      ))}
    </div>
  )
}
