import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../client/use-call.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { CopiesSection } from './CopiesSection.tsx'
import { FixitySection } from './FixitySection.tsx'
import { RecordsSection } from './RecordsSection.tsx'
import { RemovedSection } from './RemovedSection.tsx'

/** How the archive stays whole: checks of the originals, copies of the catalogue, the records in its folder, what was removed. */
export function PreservationDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const { data } = useCall('archives.list', {})
  const key = data?.known.find(({ path }) => path === data.open?.path)?.key
  const canWrite = data?.open?.readOnly === false
  return (
    <Dialog title={t('keeping.title')} size="large" place="side" onClose={onClose}>
      <FixitySection />
      <RemovedSection canWrite={canWrite} />
      {key !== undefined && (
        <>
          <CopiesSection archiveKey={key} canWrite={canWrite} isOpen />
          {canWrite && <RecordsSection archiveKey={key} />}
        </>
      )}
    </Dialog>
  )
}
