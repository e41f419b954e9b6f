import { Inbox } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportProgress } from '../../client/client.ts'
import { useCall } from '../../client/use-call.ts'
import { useFormats } from '../../texts/format.ts'
import { sentenceOfRefusal } from '../../texts/sentences.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState, FailedState, LoadingLines } from '../../ui/States.tsx'
import styles from './Importing.module.css'

const shownFiles = 500

function RefusedFiles({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { data, error } = useCall('imports.files', { id, state: 'refused', offset: 0, limit: shownFiles })
  if (error !== null) return <FailedState error={error} />
  if (data === undefined) return <LoadingLines lines={2} />
  return (
    <ul className={styles.refused} aria-label={t('importing.refusedList')}>
      {data.files.map(({ path, reason, detail }) => (
        <li key={path} className={styles.file}>
          <bdi className={styles.path}>{path}</bdi>
          <span className={styles.reason} title={detail}>
            {reason === undefined ? '' : sentenceOfRefusal(reason, t)}
          </span>
        </li>
      ))}
      {data.total > shownFiles && (
        <li>{t('importing.more', { count: data.total - shownFiles, shown: number(data.total - shownFiles) })}</li>
      )}
    </ul>
  )
}

function OneImport({ progress }: { readonly progress: ImportProgress }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const { id, sources, startedAt, state, failure } = progress
  const counts = ['imported', 'duplicates', 'unchanged', 'refused'] as const
  return (
    <article className={styles.import}>
      <header className={styles.head}>
        <bdi className={styles.source}>{sources[0]}</bdi>
        <span className={styles.figures}>
          {formats.moment(startedAt)} · {t(`importing.states.${state}`)}
        </span>
      </header>
      {failure !== undefined && <p className={styles.reason}>{failure.message}</p>}
      <div className={styles.counts}>
        {counts.map((name) => (
          <span key={name} className={styles.count}>
            <span className={styles.number}>{formats.number(progress[name])}</span>
            {t(`importing.counted.${name}`)}
          </span>
        ))}
      </div>
      {progress.refused > 0 && <RefusedFiles id={id} />}
    </article>
  )
}

/** Every import with its counts, and each refused file with the reason. */
export function ImportsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const { data, error, refetch } = useCall('imports.list', { limit: 50 })
  return (
    <Dialog title={t('bar.imports')} size="large" place="side" onClose={onClose}>
      {error !== null && <FailedState error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <LoadingLines lines={6} />}
      {data?.imports.length === 0 && <EmptyState icon={Inbox} title={t('importing.none')} />}
      {data?.imports.map((progress) => (
        <OneImport key={progress.id} progress={progress} />
      ))}
    </Dialog>
  )
}
