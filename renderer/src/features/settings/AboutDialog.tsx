import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../../electron/contract/calls.ts'
import { useCall } from '../../client/use-call.ts'
import { useFormats } from '../../texts/format.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { FailedState } from '../../ui/States.tsx'
import styles from './AboutDialog.module.css'

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

/** The archive in figures. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const { data, error } = useCall('archive.summary', {})
  return (
    <Dialog title={t('bar.about')} onClose={onClose}>
      {error !== null && <FailedState error={error} />}
      {data !== undefined && <Facts summary={data} />}
    </Dialog>
  )
}
