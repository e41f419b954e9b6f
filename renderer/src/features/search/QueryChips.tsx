import { type Having, type Period, havings, periods } from '../../../../electron/contract/vocabulary.ts'
import { Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { searchFor, useWorkspaceStore } from '../../app/workspace.ts'
import { useFormats } from '../../texts/format.ts'
import { nameOfKind, nameOfLanguage } from '../../texts/names.ts'
import { sentenceOfNotice } from '../../texts/sentences.ts'
import { Pill } from '../../ui/Pill.tsx'
import styles from './QueryChips.module.css'
import { withoutSpan } from './query-text.ts'
import type { SearchReply } from './use-search.ts'
import { Widenings } from './Widenings.tsx'

const isPeriod = (text: string): text is Period => (periods as readonly string[]).includes(text)
const isHaving = (text: string): text is Having => (havings as readonly string[]).includes(text)

type Chip = SearchReply['query']['chips'][number]

function useChipText(): (chip: Chip) => string {
  const { t } = useTranslation()
  const formats = useFormats()
  return ({ type, text }) => {
    if (type === 'kind') return nameOfKind(text, t)
    if (type === 'lang') return nameOfLanguage(text, t)
    if (type === 'issued' || type === 'imported' || type === 'mentions')
      return isPeriod(text) ? t(`search.periods.${text}`) : text === 'none' ? t('facts.noDate') : formats.edtf(text)
    if (type === 'has' && isHaving(text)) return t(`search.havings.${text}`)
    if (type === 'exact') return text.slice(1)
    if (type === 'fuzzy') return text.replace(/~[12]$/, '')
    return type === 'phrase' && text.endsWith('"') ? t('search.quoted', { text: text.replaceAll('"', '') }) : text
  }
}

/** The query as it was understood, each part removable by itself, and calm lines about what was read otherwise. */
export function QueryChips({ query }: { readonly query: SearchReply['query'] }): ReactNode {
  const { t } = useTranslation()
  const store = useWorkspaceStore()
  const textOf = useChipText()
  const isPlain = query.chips.every(({ type, negated }) => type === 'word' && !negated)
  const chips = query.chips.filter(({ type }) => type !== 'widen')
  if (query.notices.length === 0 && isPlain && query.widenings.length === 0) return null
  return (
    <div className={styles.understood}>
      {!isPlain && (
        <ul className={styles.chips} aria-label={t('search.understood')}>
          {chips.map((chip) => (
            <li key={chip.start} className={styles.chip}>
              <Pill
                tone={chip.type === 'word' || chip.type === 'phrase' ? 'plain' : 'accent'}
                removeLabel={t('search.removeChip', { text: textOf(chip) })}
                onRemove={() => searchFor(store, withoutSpan(query.text, chip.start, chip.end))}
              >
                {chip.negated && <span className={styles.not}>{t('search.not')} </span>}
                {chip.type !== 'word' && chip.type !== 'phrase' && chip.type !== 'group' && (
                  <span className={styles.type}>{t(`search.chips.${chip.type}`)} </span>
                )}
                <bdi>{textOf(chip)}</bdi>
              </Pill>
            </li>
          ))}
        </ul>
      )}
      <Widenings query={query} />
      {query.notices.map((notice) => (
        <p key={`${notice.code}:${notice.text}`} className={styles.notice} dir="auto">
          <Info aria-hidden size={14} />
          {sentenceOfNotice(notice, t)}
        </p>
      ))}
    </div>
  )
}
