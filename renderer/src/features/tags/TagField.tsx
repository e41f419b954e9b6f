import { Plus, Tag } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../client/use-call.ts'
import { tidyTag } from './tag-tree.ts'
import styles from './TagField.module.css'

interface TagFieldProps {
  readonly label: string
  readonly onChoose: (path: string) => void
  /** Tags that are there already, and so not offered. */
  readonly except?: readonly string[]
  /** Only tags that exist may be chosen. */
  readonly existingOnly?: boolean
  readonly autoFocus?: boolean
  readonly look?: 'field' | 'quiet'
}

interface Offer {
  /** The tag's path; lists know their entries by `id`. */
  readonly id: string
  readonly isNew: boolean
}

const shownOffers = 30

function offersFor(typed: string, paths: readonly string[], existingOnly: boolean): readonly Offer[] {
  const wanted = tidyTag(typed)
  const needle = wanted.toLowerCase()
  const found = paths.filter((path) => path.toLowerCase().includes(needle)).slice(0, shownOffers)
  const offers = found.map((id) => ({ id, isNew: false }))
  const isKnown = paths.some((path) => path.toLowerCase() === needle)
  return wanted === '' || isKnown || existingOnly ? offers : [...offers, { id: wanted, isNew: true }]
}

/** A box in which a tag is found by any part of its path, or written anew; `/` makes it part of another. */
export function TagField(props: TagFieldProps): ReactNode {
  const { label, onChoose, except = [], existingOnly = false, autoFocus = false, look = 'field' } = props
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  // A new round is a new box, focused and closed: the list does not open again by itself over what one reads.
  const [round, setRound] = useState(0)
  const { data } = useCall('tags.list', {})
  const paths = (data?.tags ?? []).map(({ path }) => path).filter((path) => !except.includes(path))
  const choose = (path: string): void => {
    if (path !== '' && !except.includes(path)) onChoose(path)
    setTyped('')
    setRound((before) => before + 1)
  }
  return (
    <ComboBox
      key={round}
      className={styles.field ?? ''}
      data-look={look}
      items={offersFor(typed, paths, existingOnly)}
      inputValue={typed}
      onInputChange={setTyped}
      value={null}
      onChange={(key) => {
        if (key !== null) choose(String(key))
      }}
      allowsCustomValue
      allowsEmptyCollection
      menuTrigger="input"
      {...(look === 'quiet' && { 'aria-label': label })}
    >
      {look === 'field' && <Label className={styles.label ?? ''}>{label}</Label>}
      <Input
        dir="auto"
        className={styles.input ?? ''}
        placeholder={look === 'quiet' ? label : t('tags.placeholder')}
        autoFocus={autoFocus || round > 0}
        onKeyDown={(event) => {
          // With nothing chosen in the list, Enter takes the words as they stand.
          if (event.key !== 'Enter' || existingOnly || event.currentTarget.hasAttribute('aria-activedescendant')) return
          event.preventDefault()
          choose(tidyTag(typed))
        }}
      />
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox<Offer>
          className={styles.list ?? ''}
          renderEmptyState={() => <p className={styles.empty}>{t('tags.noneToOffer')}</p>}
        >
          {({ id: path, isNew }) => (
            <ListBoxItem id={path} textValue={path} className={styles.offer ?? ''}>
              {isNew ? <Plus aria-hidden size={14} /> : <Tag aria-hidden size={14} />}
              {isNew ? t('tags.make', { tag: path }) : <bdi>{path}</bdi>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
