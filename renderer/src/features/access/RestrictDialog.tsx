import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { edtfBounds } from '../../../../electron/contract/edtf.ts'
import { useActs } from '../../app/use-acts.ts'
import type { OpenDialog } from '../../app/workspace.ts'
import { useFormats } from '../../texts/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextInput } from '../../ui/Fields.tsx'
import styles from './Access.module.css'

interface RestrictDialogProps {
  readonly dialog: Extract<OpenDialog, { type: 'restrict' }>
  readonly onClose: () => void
}

/** Says why documents may not be given to anybody, and when that is to be looked at again. */
export function RestrictDialog({ dialog, onClose }: RestrictDialogProps): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { write } = useActs()
  const { selection, count, access } = dialog
  const [reason, setReason] = useState(access?.reason ?? '')
  const [review, setReview] = useState(access?.review ?? '')
  const date = review.trim()
  const isDate = date === '' || edtfBounds(date) !== undefined
  const set = (condition: { reason: string; review: string } | null): void => {
    onClose()
    const said = t(condition === null ? 'access.lifted' : 'access.done', { count, shown: number(count) })
    void write('access.set', { selection, condition }, said)
  }
  const footer = (
    <>
      <Button look="quiet" onPress={() => set(null)}>
        {t('access.lift')}
      </Button>
      <Button
        look="primary"
        isDisabled={reason.trim() === '' || !isDate}
        onPress={() => set({ reason: reason.trim(), review: date })}
      >
        {t('access.set')}
      </Button>
    </>
  )
  return (
    <Dialog title={t('access.title')} size="small" onClose={onClose} footer={footer}>
      <p className={styles.explained}>{t('access.explained')}</p>
      <TextInput label={t('access.reason')} value={reason} onChange={setReason} autoFocus />
      <TextInput
        label={t('access.review')}
        value={review}
        onChange={setReview}
        hint={t('access.reviewHint')}
        error={isDate ? undefined : t('access.reviewWrong')}
      />
    </Dialog>
  )
}
