import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/Dialog.tsx'
import { CopiesSection } from './CopiesSection.tsx'
import { RecordsSection } from './RecordsSection.tsx'

interface RepairDialogProps {
  readonly archive: { readonly key: string; readonly title: string }
  readonly onClose: () => void
}

/** What to do about an archive whose catalogue is damaged or missing. It goes when the archive is open. */
export function RepairDialog({ archive: { key, title }, onClose }: RepairDialogProps): ReactNode {
  const { t } = useTranslation()
  return (
    <Dialog title={t('keeping.repair.title', { title })} onClose={onClose}>
      <p>{t('keeping.repair.explained')}</p>
      <RecordsSection archiveKey={key} isUrgent />
      <CopiesSection archiveKey={key} canWrite />
    </Dialog>
  )
}
