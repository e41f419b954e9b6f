import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActs } from '../../app/use-acts.ts'
import { openDocument, useWorkspaceStore, type OpenDialog } from '../../app/workspace.ts'
import { useFormats } from '../../texts/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextInput } from '../../ui/Fields.tsx'

interface RemoveDialogProps {
  readonly dialog: Extract<OpenDialog, { type: 'remove' }>
  readonly onClose: () => void
}

/** Asks before documents leave the archive, and why they do: the reason stays in the history. */
export function RemoveDialog({ dialog, onClose }: RemoveDialogProps): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { write } = useActs()
  const store = useWorkspaceStore()
  const [reason, setReason] = useState('')
  const { selection, count } = dialog
  const remove = async (): Promise<void> => {
    onClose()
    const done = await write('documents.remove', { selection, reason: reason.trim() }, t('toasts.removed', { count }))
    if (!done) return
    store.update((workspace) => ({ ...workspace, marked: new Set() }))
    openDocument(store, undefined)
  }
  const footer = (
    <>
      <Button look="quiet" onPress={onClose}>
        {t('common.cancel')}
      </Button>
      <Button look="danger" onPress={() => void remove()}>
        {t('batch.remove')}
      </Button>
    </>
  )
  return (
    <Dialog title={t('removing.title', { count, shown: number(count) })} size="small" onClose={onClose} footer={footer}>
      <p>{t('removing.explained')}</p>
      <TextInput label={t('removing.reason')} value={reason} onChange={setReason} autoFocus />
    </Dialog>
  )
}
