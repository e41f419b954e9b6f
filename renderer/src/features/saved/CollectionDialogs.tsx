import { FolderOpen, Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActs } from '../../app/use-acts.ts'
import type { CollectionRow, OpenDialog } from '../../app/workspace.ts'
import { useCall } from '../../client/use-call.ts'
import { useClient } from '../../client/use-client.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextInput } from '../../ui/Fields.tsx'
import styles from './Saved.module.css'

interface CollectionDialogProps {
  /** The collection that is changed; without one, a new one is made. */
  readonly collection: CollectionRow | undefined
  readonly onClose: () => void
}

/** Makes a collection, or gives one another name and note. */
export function CollectionDialog({ collection, onClose }: CollectionDialogProps): ReactNode {
  const { t } = useTranslation()
  const { write } = useActs()
  const [name, setName] = useState(collection?.name ?? '')
  const [note, setNote] = useState(collection?.note ?? '')
  const save = async (): Promise<void> => {
    const values = { name: name.trim(), note }
    const saved =
      collection === undefined
        ? await write('collections.make', values, t('collections.done', values))
        : await write('collections.change', { id: collection.id, changes: values }, t('collections.changed', values))
    if (saved) onClose()
  }
  const title = t(collection === undefined ? 'collections.makeTitle' : 'collections.changeTitle')
  return (
    <Dialog title={title} size="small" onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextInput label={t('collections.name')} value={name} onChange={setName} autoFocus />
        <TextInput label={t('collections.note')} value={note} onChange={setNote} />
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

interface PutInCollectionDialogProps {
  readonly dialog: Extract<OpenDialog, { type: 'put-in-collection' }>
  readonly onClose: () => void
}

const fold = (text: string): string => text.toLowerCase()

/** Puts documents into a collection: one that there is, or a new one by its name. */
export function PutInCollectionDialog({ dialog, onClose }: PutInCollectionDialogProps): ReactNode {
  const { t } = useTranslation()
  const client = useClient()
  const { write, fail } = useActs()
  const { data } = useCall('collections.list', {})
  const [typed, setTyped] = useState('')
  const { selection, count } = dialog
  const name = typed.trim()
  const fitting = (data?.collections ?? []).filter((each) => fold(each.name).includes(fold(name)))
  const isNew = name !== '' && !fitting.some((each) => fold(each.name) === fold(name))
  const put = async (id: string, into: string): Promise<void> => {
    if (await write('collections.put', { id, selection }, t('collections.placed', { count, name: into }))) onClose()
  }
  const make = async (): Promise<void> => {
    try {
      const { id } = await client.call('collections.make', { name, note: '' })
      await put(id, name)
    } catch (error) {
      fail(error)
    }
  }
  return (
    <Dialog title={t('collections.putTitle', { count })} size="small" onClose={onClose}>
      <div className={styles.form}>
        <TextInput label={t('collections.which')} value={typed} onChange={setTyped} autoFocus />
        <div className={styles.choices}>
          {fitting.map((each) => (
            <Button key={each.id} look="quiet" icon={FolderOpen} onPress={() => void put(each.id, each.name)}>
              <bdi>{each.name}</bdi>
            </Button>
          ))}
          {isNew && (
            <Button icon={Plus} onPress={() => void make()}>
              {t('collections.new', { name })}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  )
}
