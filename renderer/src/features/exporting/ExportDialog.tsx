import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ArchiveError } from '../../../../electron/contract/errors.ts'
import { hostFormats } from '../../../../electron/contract/vocabulary.ts'
import { useWorkspace, type OpenDialog } from '../../app/workspace.ts'
import type { ExportRequest, ExportResult } from '../../client/client.ts'
import { useCall } from '../../client/use-call.ts'
import { useClient } from '../../client/use-client.ts'
import { useFormats } from '../../texts/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SelectInput, TextInput } from '../../ui/Fields.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { FailedState } from '../../ui/States.tsx'
import styles from './ExportDialog.module.css'
import { ExportDone } from './ExportDone.tsx'
import { PackageProfile, useProfile } from './PackageProfile.tsx'

type Format = ExportRequest['format']

type State =
  | { readonly step: 'asking' }
  | { readonly step: 'running'; readonly exportId: string }
  | { readonly step: 'done'; readonly result: ExportResult }
  | { readonly step: 'failed'; readonly error: unknown }

function useExport(request: Omit<ExportRequest, 'exportId'>): {
  state: State
  run: () => void
  cancel: () => void
} {
  const client = useClient()
  const [state, setState] = useState<State>({ step: 'asking' })
  const run = (): void => {
    const exportId = crypto.randomUUID()
    setState({ step: 'running', exportId })
    client
      .runExport({ ...request, exportId })
      .then((result) => setState(result === undefined ? { step: 'asking' } : { step: 'done', result }))
      .catch((error: unknown) => {
        const isCancelled = error instanceof ArchiveError && error.code === 'cancelled'
        setState(isCancelled ? { step: 'asking' } : { step: 'failed', error })
      })
  }
  const cancel = (): void => {
    if (state.step === 'running') void client.call('exports.cancel', { exportId: state.exportId })
  }
  return { state, run, cancel }
}

interface ExportDialogProps {
  readonly dialog: Extract<OpenDialog, { type: 'export' }>
  readonly onClose: () => void
}

/** Hands documents to somebody else: as a package that verifies, or as a list. */
export function ExportDialog({ dialog, onClose }: ExportDialogProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const { abilities } = useClient()
  const { selection } = dialog
  const [title, setTitle] = useState(dialog.title.slice(0, 200))
  const choices = hostFormats.filter((each) => (each !== 'bag' && each !== 'pdf') || abilities.writesFolders)
  const [format, setFormat] = useState<Format>(choices[0] ?? 'bag-zip')
  const preview = useCall('exports.preview', { selection })
  const exported = useWorkspace((workspace) => workspace.exported)
  const [profile, changeProfile] = useProfile()
  const isPackage = format === 'bag' || format === 'bag-zip'
  const { state, run, cancel } = useExport({ selection, format, title: title.trim(), ...profile })
  const count = preview.data?.documents ?? 0
  const progress = state.step === 'running' && exported?.exportId === state.exportId ? exported : undefined
  const footer =
    state.step === 'done' ? (
      <Button look="primary" onPress={onClose}>
        {t('common.close')}
      </Button>
    ) : (
      <>
        <Button look="quiet" onPress={state.step === 'running' ? cancel : onClose}>
          {t('common.cancel')}
        </Button>
        <Button look="primary" isDisabled={count === 0 || state.step === 'running'} onPress={run}>
          {t('exporting.run')}
        </Button>
      </>
    )
  return (
    <Dialog title={t('exporting.title')} onClose={onClose} footer={footer}>
      {state.step === 'done' ? (
        <ExportDone result={state.result} />
      ) : (
        <>
          <p className={styles.preview} role="status">
            {preview.data !== undefined &&
              t('exporting.preview', {
                count,
                shown: formats.number(count),
                size: formats.bytes(preview.data.originalBytes),
              })}
          </p>
          <SelectInput
            label={t('exporting.format')}
            value={format}
            choices={choices.map((value) => ({ value, label: t(`exporting.formats.${value}`) }))}
            onChange={setFormat}
          />
          <p className={styles.explained}>{t(`exporting.explained.${format}`)}</p>
          <PackageProfile {...{ profile, isPackage }} preview={preview.data} onChange={changeProfile} />
          <TextInput label={t('exporting.name')} value={title} onChange={setTitle} />
          {state.step === 'running' && (
            <Progress label={t('exporting.running')} done={progress?.done ?? 0} total={progress?.total} />
          )}
          {state.step === 'failed' && <FailedState error={state.error} />}
          {preview.error !== null && <FailedState error={preview.error} />}
        </>
      )}
    </Dialog>
  )
}
