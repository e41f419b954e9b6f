import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActs } from '../../app/use-acts.ts'
import { useWorkspace, type SavedSearch } from '../../app/workspace.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckInput } from '../../ui/CheckInput.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextInput } from '../../ui/Fields.tsx'
import styles from './Saved.module.css'

interface SaveSearchDialogProps {
  /** The search that is changed; without one, what is asked now is saved. */
  readonly search: SavedSearch | undefined
  readonly onClose: () => void
}

/** Names what is asked, so that it can be asked again and tells what is new. */
export function SaveSearchDialog({ search, onClose }: SaveSearchDialogProps): ReactNode {
  const { t } = useTranslation()
  const { write } = useActs()
  const asked = useWorkspace(({ text }) => text)
  const sort = useWorkspace((workspace) => workspace.sort)
  const [name, setName] = useState(search?.name ?? asked.replace(/["«»“”„]/gu, '').slice(0, 120))
  const [pinned, setPinned] = useState(search?.pinned ?? true)
  const text = search?.text ?? asked
  const save = async (): Promise<void> => {
    const values = { name: name.trim(), pinned }
    const done = t('saved.done', { name: values.name })
    const saved =
      search === undefined
        ? await write('searches.save', { ...values, text, sort }, done)
        : await write('searches.change', { id: search.id, changes: values }, done)
    if (saved) onClose()
  }
  return (
    <Dialog title={t(search === undefined ? 'saved.saveTitle' : 'saved.changeTitle')} size="small" onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <code className={styles.query} dir="auto">
          {text}
        </code>
        <TextInput label={t('saved.name')} value={name} onChange={setName} autoFocus />
        <CheckInput isSelected={pinned} onChange={setPinned}>
          {t('saved.pinned')}
        </CheckInput>
        <div className={styles.acts}>
          <Button look="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button look="primary" type="submit" isDisabled={name.trim() === ''}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
