import { Bookmark, FileText, FolderOpen, Play, Shapes, Tag, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { nameOfKind } from '../../texts/names.ts'
import styles from './SearchBox.module.css'
import type { Suggestion } from './use-suggestions.ts'

const icons: Readonly<Record<Suggestion['type'], LucideIcon>> = {
  ...{ document: FileText, tag: Tag, kind: Shapes, collection: FolderOpen, search: Bookmark, command: Play },
}

interface SuggestionsProps {
  readonly suggestions: readonly Suggestion[]
  readonly active: number
  readonly onChoose: (suggestion: Suggestion) => void
}

/** The list under the search box. Focus stays in the box; the active entry is named to screen readers by its id. */
export function Suggestions({ suggestions, active, onChoose }: SuggestionsProps): ReactNode {
  const { t } = useTranslation()
  return (
    <ul className={styles.suggestions} id="search-suggestions" role="listbox" aria-label={t('search.suggestions')}>
      {suggestions.map((suggestion, index) => {
        const Icon = icons[suggestion.type]
        const begins = suggestions[index - 1]?.type !== suggestion.type
        return [
          begins && (
            <li key={suggestion.type} role="presentation" className={styles.group}>
              {t(`suggested.${suggestion.type}`)}
            </li>
          ),
          <li
            key={`${suggestion.type}:${suggestion.id}`}
            id={`suggestion-${index}`}
            role="option"
            aria-selected={index === active}
            className={styles.suggestion}
            // Before the box loses focus, which would close the list under the pointer.
            onPointerDown={(event) => {
              event.preventDefault()
              onChoose(suggestion)
            }}
          >
            <Icon aria-hidden className={styles.icon} />
            <bdi className={styles.suggested}>
              {suggestion.type === 'kind' ? nameOfKind(suggestion.id, t) : suggestion.title}
            </bdi>
            <bdi className={styles.detail}>{suggestion.detail}</bdi>
          </li>,
        ]
      })}
      <li className={styles.advice} aria-hidden>
        <kbd className={styles.key}>↵</kbd> {t('search.enterRuns')}
      </li>
    </ul>
  )
}
