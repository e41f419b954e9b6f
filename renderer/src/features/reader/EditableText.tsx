import { Pencil } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { TextInput } from '../../ui/Fields.tsx'
import styles from './Reader.module.css'

interface EditableTextProps {
  readonly name: string
  readonly value: string
  readonly onSave: (value: string) => Promise<boolean>
  /** What stands there while nobody edits it. */
  readonly children: ReactNode
  readonly hint?: string
  /** A sentence when the value cannot be taken. */
  readonly check?: (value: string) => string | undefined
  readonly isRequired?: boolean
}

/** A value that is changed where it stands: a pencil opens a field, Enter saves, Escape leaves it as it was. */
export function EditableText(props: EditableTextProps): ReactNode {
  const { name, value, onSave, children, hint, check, isRequired = false } = props
  const { t } = useTranslation()
  const [draft, setDraft] = useState<string | undefined>()
  if (draft === undefined) {
    return (
      <span className={styles.editable}>
        {children}
        <AriaButton
          className={styles.pencil ?? ''}
          aria-label={t('reader.edit', { field: name })}
          onPress={() => setDraft(value)}
        >
          <Pencil aria-hidden size={13} />
        </AriaButton>
      </span>
    )
  }
  const error = check?.(draft.trim())
  const isMissing = isRequired && draft.trim() === ''
  const save = (): void => {
    if (error !== undefined || isMissing) return
    void onSave(draft.trim()).then((taken) => {
      if (taken) setDraft(undefined)
    })
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        setDraft(undefined)
      }}
    >
      <TextInput
        label={name}
        hideLabel
        value={draft}
        onChange={setDraft}
        autoFocus
        error={error}
        {...(hint !== undefined && { hint })}
      />
      <Button type="submit" size="small" look="primary" isDisabled={isMissing || error !== undefined}>
        {t('common.save')}
      </Button>
    </form>
  )
}
