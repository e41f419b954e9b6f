import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActs } from '../../app/use-acts.ts'
import { searchFor, useWorkspaceStore, type OpenDialog } from '../../app/workspace.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextInput } from '../../ui/Fields.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { hasFilter, withOnlyTag } from '../search/query-text.ts'
import { nameOfTag, parentOfTag, tidyTag } from './tag-tree.ts'
import { TagField } from './TagField.tsx'

interface PathProps {
  readonly path: string
  readonly onClose: () => void
}

function useRename({ path, onClose }: PathProps): (to: string) => Promise<void> {
  const { write } = useActs()
  const store = useWorkspaceStore()
  const { t } = useTranslation()
  return async (to) => {
    onClose()
    if (to === '' || to === path) return
    const { text } = store.get()
    const done = await write('tags.rename', { path, to }, t('toasts.tagRenamed', { from: path, to }))
    if (done && hasFilter(text, { field: 'tag', value: path })) searchFor(store, withOnlyTag(text, to))
  }
}

/** Gives a tag another last name; it stays where it is in the tree. */
export function RenameTagDialog(props: PathProps): ReactNode {
  const { t } = useTranslation()
  const [name, setName] = useState(nameOfTag(props.path))
  const rename = useRename(props)
  const parent = parentOfTag(props.path)
  const to = tidyTag(parent === undefined ? name : `${parent}/${name}`)
  return (
    <Dialog title={t('tags.renameTitle', { tag: props.path })} size="small" onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void rename(to)
        }}
      >
        <TextInput
          label={t('tags.newName')}
          value={name}
          onChange={setName}
          autoFocus
          hint={t('tags.becomes', { tag: to })}
        />
        <DialogActs onClose={props.onClose} label={t('tags.rename')} disabled={tidyTag(name) === ''} />
      </form>
    </Dialog>
  )
}

interface DialogActsProps {
  readonly onClose: () => void
  readonly label: string
  readonly disabled?: boolean
}

function DialogActs({ onClose, label, disabled = false }: DialogActsProps): ReactNode {
  const { t } = useTranslation()
  return (
    <div data-acts>
      <Button look="quiet" onPress={onClose}>
        {t('common.cancel')}
      </Button>
      <Button look="primary" type="submit" isDisabled={disabled}>
        {label}
      </Button>
    </div>
  )
}

/** Puts a tag, with all below it, under another one or at the top. */
export function MoveTagDialog(props: PathProps): ReactNode {
  const { t } = useTranslation()
  const rename = useRename(props)
  const name = nameOfTag(props.path)
  return (
    <Dialog title={t('tags.moveTitle', { tag: props.path })} size="small" onClose={props.onClose}>
      <TagField
        label={t('tags.moveUnder')}
        autoFocus
        except={[props.path]}
        onChoose={(parent) => void rename(`${parent}/${name}`)}
      />
      <Button isDisabled={parentOfTag(props.path) === undefined} onPress={() => void rename(name)}>
        {t('tags.moveToTop')}
      </Button>
    </Dialog>
  )
}

/** Asks before a tag is taken off all its documents. */
export function RemoveTagDialog({ path, onClose }: PathProps): ReactNode {
  const { t } = useTranslation()
  const { write } = useActs()
  const store = useWorkspaceStore()
  const remove = async (): Promise<void> => {
    onClose()
    const done = await write('tags.remove', { path }, t('toasts.tagRemoved', { tag: path }))
    const { text } = store.get()
    if (done && hasFilter(text, { field: 'tag', value: path })) searchFor(store, withOnlyTag(text, undefined))
  }
  const footer = (
    <>
      <Button look="quiet" onPress={onClose}>
        {t('common.cancel')}
      </Button>
      <Button look="danger" onPress={() => void remove()}>
        {t('tags.remove')}
      </Button>
    </>
  )
  return (
    <Dialog title={t('tags.removeTitle', { tag: path })} size="small" onClose={onClose} footer={footer}>
      <p>{t('tags.removeExplained')}</p>
    </Dialog>
  )
}

interface TagDocumentsProps {
  readonly dialog: Extract<OpenDialog, { type: 'tag' }>
  readonly onClose: () => void
}

/** Adds tags to many documents at once, or takes them off. */
export function TagDocumentsDialog({ dialog, onClose }: TagDocumentsProps): ReactNode {
  const { t } = useTranslation()
  const { write } = useActs()
  const [tags, setTags] = useState<readonly string[]>([])
  const { selection, count, act } = dialog
  const apply = (): void => {
    onClose()
    const lists = act === 'add' ? { add: [...tags], remove: [] } : { add: [], remove: [...tags] }
    const done = t(act === 'add' ? 'toasts.tagged' : 'toasts.untagged', { count, tags: tags.join(', ') })
    void write('tags.assign', { selection, ...lists }, done)
  }
  const footer = (
    <>
      <Button look="quiet" onPress={onClose}>
        {t('common.cancel')}
      </Button>
      <Button look="primary" isDisabled={tags.length === 0} onPress={apply}>
        {t(act === 'add' ? 'batch.addTag' : 'batch.removeTag')}
      </Button>
    </>
  )
  return (
    <Dialog
      title={t(act === 'add' ? 'tags.addTo' : 'tags.removeFrom', { count })}
      size="small"
      onClose={onClose}
      footer={footer}
    >
      <TagField
        label={t('tags.which')}
        autoFocus
        except={tags}
        existingOnly={act === 'remove'}
        onChoose={(path) => setTags((chosen) => [...chosen, path])}
      />
      <TagPills tags={tags} onRemove={(path) => setTags((chosen) => chosen.filter((tag) => tag !== path))} />
    </Dialog>
  )
}

interface TagPillsProps {
  readonly tags: readonly string[]
  readonly onRemove: (path: string) => void
}

/** Tags that were chosen, each with a cross. */
export function TagPills({ tags, onRemove }: TagPillsProps): ReactNode {
  const { t } = useTranslation()
  return (
    <div data-pills>
      {tags.map((path) => (
        <Pill key={path} tone="accent" removeLabel={t('tags.take', { tag: path })} onRemove={() => onRemove(path)}>
          <bdi>{path}</bdi>
        </Pill>
      ))}
    </div>
  )
}
