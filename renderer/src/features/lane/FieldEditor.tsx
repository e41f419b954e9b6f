import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { edtfBounds } from '../../../../electron/contract/edtf.ts'
import type { DescribedField } from '../../../../electron/contract/schemas.ts'
import { documentKinds, languages } from '../../../../electron/contract/vocabulary.ts'
import { nameOfKind, nameOfLanguage } from '../../texts/names.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectInput, TextInput } from '../../ui/Fields.tsx'
import styles from './Lane.module.css'

interface FieldEditorProps {
  readonly field: DescribedField
  readonly value: string
  readonly onSave: (value: string) => void
  readonly onCancel: () => void
}

/** A value under correction: Enter takes it, Escape leaves it as it was. */
export function FieldEditor({ field, value, onSave, onCancel }: FieldEditorProps): ReactNode {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(value)
  const label = t(`fields.${field}`)
  const isWrong =
    (field === 'title' && draft.trim() === '') ||
    (field === 'issued' && draft.trim() !== '' && edtfBounds(draft.trim()) === undefined)
  const choices =
    field === 'kind'
      ? documentKinds.map((kind) => ({ value: kind, label: nameOfKind(kind, t) }))
      : languages.map((language) => ({ value: language, label: nameOfLanguage(language, t) }))
  return (
    <form
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isWrong) onSave(draft.trim())
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') onCancel()
      }}
    >
      {field === 'kind' || field === 'language' ? (
        <SelectInput label={label} hideLabel value={draft} choices={choices} onChange={setDraft} />
      ) : (
        <TextInput
          label={label}
          hideLabel
          value={draft}
          onChange={setDraft}
          autoFocus
          {...(field === 'issued' && { hint: t('reader.issuedHint') })}
          error={isWrong && field === 'issued' ? t('reader.notADate') : undefined}
        />
      )}
      <Button type="submit" size="small" look="primary" isDisabled={isWrong}>
        {t('common.save')}
      </Button>
    </form>
  )
}
