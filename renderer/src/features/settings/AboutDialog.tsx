import { DatabaseBackup, ShieldCheck } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../../electron/contract/calls.ts'
import { useActs } from '../../app/use-acts.ts'
import { useCall } from '../../client/use-call.ts'
import { useClient } from '../../client/use-client.ts'
import { useFormats } from '../../texts/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FailedState, LoadingLines } from '../../ui/States.tsx'
import { useToasts } from '../../ui/toasts.ts'
import styles from './AboutDialog.module.css'

type Report = CallOutput<'archive.verify'>

function Facts({ summary }: { readonly summary: CallOutput<'archive.summary'> }): ReactNode {
  const { t } = useTranslation()
  const { number, bytes } = useFormats()
  const facts = [
    [t('about.documents'), number(summary.documents)],
    [t('about.pages'), number(summary.pages)],
    [t('about.bytes'), bytes(summary.originalBytes)],
    [t('about.tags'), number(summary.tags)],
    [t('about.withoutText'), number(summary.coverage.withoutText)],
    [t('about.path'), summary.path],
  ] as const
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function ReportOf({ report }: { readonly report: Report }): ReactNode {
  const { t } = useTranslation()
  const { number, bytes } = useFormats()
  const { valid, filesChecked, bytesChecked, eventsChecked, problems } = report
  const figures = { files: number(filesChecked), size: bytes(bytesChecked), events: number(eventsChecked) }
  return (
    <div className={styles.report} data-valid={valid} role="status">
      <p className={styles.verdict}>{t(valid ? 'about.sound' : 'about.notSound')}</p>
      <p>{t('about.checked', figures)}</p>
      {problems.map(({ subject, message }) => (
        <p key={subject} className={styles.problem}>
          <bdi>{subject}</bdi>: {message}
        </p>
      ))}
    </div>
  )
}

/** The archive in figures, with a check of its fixity and a backup of its catalogue. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const client = useClient()
  const toasts = useToasts()
  const { fail } = useActs()
  const { data, error } = useCall('archive.summary', {})
  const [report, setReport] = useState<Report | 'checking' | undefined>()
  const check = (): void => {
    setReport('checking')
    client
      .call('archive.verify', {})
      .then(setReport)
      .catch((failure: unknown) => {
        setReport(undefined)
        fail(failure)
      })
  }
  const backUp = (): void => {
    client
      .call('archive.backup', {})
      .then(({ path }) => toasts.show({ tone: 'done', text: t('toasts.backedUp', { path }) }))
      .catch(fail)
  }
  return (
    <Dialog title={t('bar.about')} onClose={onClose}>
      {error !== null && <FailedState error={error} />}
      {data !== undefined && <Facts summary={data} />}
      <div className={styles.acts}>
        <Button icon={ShieldCheck} isDisabled={report === 'checking'} onPress={check}>
          {t('about.check')}
        </Button>
        <Button icon={DatabaseBackup} onPress={backUp}>
          {t('about.backUp')}
        </Button>
      </div>
      {report === 'checking' && <LoadingLines lines={2} />}
      {report !== undefined && report !== 'checking' && <ReportOf report={report} />}
    </Dialog>
  )
}
