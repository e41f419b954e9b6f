import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField, GridListItem, Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../texts/format.ts'
import { nameOfKind } from '../../texts/names.ts'
import { MarkedText } from '../../ui/MarkedText.tsx'
import type { SearchHit } from '../search/use-search.ts'
import styles from './ResultRow.module.css'

const shownTags = 3

interface ResultRowProps {
  readonly hit: SearchHit
  /** A line above the first document that has only some of the words. */
  readonly heading: string | undefined
  readonly isOpen: boolean
}

/** Why the document was found, where that is more than that it has the words as they were asked for. */
function Because({ because }: Pick<SearchHit, 'because'>): ReactNode {
  const { t } = useTranslation()
  const telling = because.filter(({ reason }) => reason !== 'word')
  if (telling.length === 0) return null
  return (
    <p className={styles.because} aria-label={t('because.title')}>
      {telling.map(({ asked, reason, found }) => (
        <span key={`${asked} ${reason}`} className={styles.reason}>
          <bdi>{asked}</bdi> → <bdi className={styles.found}>{found.join(', ')}</bdi> ({t(`because.reasons.${reason}`)})
        </span>
      ))}
    </p>
  )
}

/** A document in the list: what it is, where the words stand in it, and its tags. */
export function ResultRow({ hit, heading, isOpen }: ResultRowProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const [snippet] = hit.snippets
  return (
    <GridListItem id={hit.id} textValue={hit.title} className={styles.item ?? ''} data-open={isOpen || undefined}>
      {heading !== undefined && <p className={styles.heading}>{heading}</p>}
      <div className={styles.row}>
        <CheckboxField slot="selection" aria-label={t('results.mark', { title: hit.title })}>
          <CheckboxButton className={styles.check ?? ''}>
            <span className={styles.box}>
              <Check aria-hidden size={12} strokeWidth={3} />
            </span>
          </CheckboxButton>
        </CheckboxField>
        <div className={styles.content}>
          <Text className={styles.title ?? ''} dir="auto">
            {hit.title}
          </Text>
          <p className={styles.facts}>
            <span>{nameOfKind(hit.kind, t)}</span>
            <span>{hit.issued === '' ? t('facts.noDate') : formats.edtf(hit.issued)}</span>
            {hit.language !== 'und' && <span className={styles.language}>{hit.language}</span>}
          </p>
          {snippet !== undefined && (
            <p className={styles.snippet} dir="auto">
              <MarkedText text={snippet.text} marks={snippet.marks} />
            </p>
          )}
          <Because because={hit.because} />
          {hit.tags.length > 0 && (
            <p className={styles.tags}>
              {hit.tags.slice(0, shownTags).map((tag) => (
                <bdi key={tag} className={styles.tag}>
                  {tag}
                </bdi>
              ))}
              {hit.tags.length > shownTags && <span>+{formats.number(hit.tags.length - shownTags)}</span>}
            </p>
          )}
        </div>
      </div>
    </GridListItem>
  )
}
