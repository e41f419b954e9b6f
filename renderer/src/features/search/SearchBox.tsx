import { Search, X } from 'lucide-react'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { openDocument, searchFor, useWorkspace, useWorkspaceStore } from '../../app/workspace.ts'
import styles from './SearchBox.module.css'
import { searchBoxId } from './search-box-id.ts'
import { Suggestions } from './Suggestions.tsx'
import { toggleFilter } from './query-text.ts'
import { useCommands } from './use-commands.ts'
import { useSuggestions, type Suggestion } from './use-suggestions.ts'

/** Where one asks: suggestions while typing, the full search on Enter. */
export function SearchBox(): ReactNode {
  const { t } = useTranslation()
  const store = useWorkspaceStore()
  const text = useWorkspace((workspace) => workspace.text)
  const [typed, setTyped] = useState(text)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const box = useRef<HTMLDivElement>(null)
  const { commands, run: runCommand } = useCommands()
  const suggestions = useSuggestions(typed, open && typed !== text, commands)
  const [lastText, setLastText] = useState(text)
  // The query changes from elsewhere too: a chip taken away, a facet clicked.
  if (lastText !== text) {
    setLastText(text)
    setTyped(text)
  }

  const close = (): void => {
    setOpen(false)
    setActive(-1)
  }
  const submit = (): void => {
    searchFor(store, typed)
    close()
  }
  const choose = ({ type, id, title, detail }: Suggestion): void => {
    if (type === 'document') openDocument(store, id)
    else if (type === 'command') runCommand(id)
    else if (type === 'search') searchFor(store, detail)
    else if (type === 'collection') searchFor(store, toggleFilter('', { field: type, value: title }), 'collection')
    else searchFor(store, toggleFilter('', { field: type, value: id }))
    setTyped(store.get().text)
    close()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const chosen = suggestions[active]
    if (move !== 0 && suggestions.length > 0) {
      event.preventDefault()
      setActive(Math.max(-1, Math.min(suggestions.length - 1, active + move)))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (chosen === undefined) submit()
      else choose(chosen)
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      close()
    }
  }
  const isShown = open && suggestions.length > 0
  return (
    <div className={styles.box} ref={box} role="search" onKeyDownCapture={onKeyDown}>
      <SearchField
        aria-label={t('search.label')}
        value={typed}
        onChange={(value) => {
          setTyped(value)
          setOpen(true)
          setActive(-1)
          if (value === '') searchFor(store, '')
        }}
        onBlur={close}
        className={styles.field ?? ''}
      >
        <Search aria-hidden className={styles.icon} />
        <Input
          id={searchBoxId}
          dir="auto"
          className={styles.input ?? ''}
          placeholder={t('search.placeholder')}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isShown}
          aria-controls="search-suggestions"
          autoComplete="off"
          spellCheck={false}
          {...(isShown && active >= 0 && { 'aria-activedescendant': `suggestion-${active}` })}
        />
        {typed === '' ? (
          <kbd aria-hidden className={styles.key}>
            /
          </kbd>
        ) : (
          <Button className={styles.clear ?? ''} aria-label={t('search.clear')}>
            <X aria-hidden size={14} />
          </Button>
        )}
      </SearchField>
      {isShown && <Suggestions suggestions={suggestions} active={active} onChoose={choose} />}
    </div>
  )
}
