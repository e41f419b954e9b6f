import { FileSpreadsheet, Inbox, Play } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '../../app/workspace.ts'
import type { ImportProgress } from '../../client/client.ts'
import { useCall } from '../../client/use-call.ts'
import { useFormats } from '../../texts/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState, FailedState, LoadingLines } from '../../ui/States.tsx'
import styles from './Importing.module.css'
import { UntakenFiles } from './UntakenFiles.tsx'
import { useImportActs } from './use-import-acts.ts'
import { WatchedFolders } from './WatchedFolders.tsx'

const counts = ['imported', 'duplicates', 'unchanged', 'refused', 'failed'] as const

function Figures({ progress }: { readonly progress: ImportProgress }): ReactNode {
  const { t } = useTranslation()
  const { number, seconds } = useFormats()
  const { state, found, stored, filesPerSecond, secondsLeft } = progress
  return (
    <>
      <div className={styles.counts}>
        {counts.map((name) => (
          <span key={name} className={styles.count} data-zero={progress[name] === 0 || undefined}>
            <span className={styles.number}>{number(progress[name])}</span>
            {t(`importing.counted.${name}`)}
          </span>
        ))}
      </div>
      {state === 'running' && (
        <p className={styles.figures}>
          {t('importing.progress', {
            done: number(counts.reduce((sum, name) => sum + progress[name], 0)),
            found: number(found),
          })}
          {stored > 0 && ` · ${t('importing.kept', { count: stored, shown: number(stored) })}`}
          {` · ${t('importing.rate', { rate: number(Math.round(filesPerSecond)) })}`}
          {secondsLeft !== undefined && ` · ${t('importing.left', { time: seconds(secondsLeft) })}`}
        </p>
      )}
    </>
  )
}

function Acts({ progress }: { readonly progress: ImportProgress }): ReactNode {
  const { t } = useTranslation()
  const { resume, giveUp, saveLedger } = useImportActs()
  return (
    <div className={styles.acts}>
      {progress.state === 'interrupted' && (
        <>
          <Button size="small" look="primary" icon={Play} onPress={resume}>
            {t('importing.resume')}
          </Button>
          <Button size="small" onPress={() => giveUp(progress.id)}>
            {t('importing.giveUp')}
          </Button>
        </>
      )}
      <Button size="small" look="quiet" icon={FileSpreadsheet} onPress={() => saveLedger(progress)}>
        {t('importing.ledger')}
      </Button>
    </div>
  )
}

function OneImport({ listed }: { readonly listed: ImportProgress }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  // The one that runs tells its progress several times a second; the list is asked for less often.
  const current = useWorkspace((workspace) => workspace.progress)
  const progress = current?.id === listed.id ? current : listed
  const { id, sources, startedAt, state, failure } = progress
  return (
    <article className={styles.import}>
      <header className={styles.head}>
        <bdi className={styles.source} title={sources.join('\n')}>
          {sources[0]}
          {sources.length > 1 && ` + ${formats.number(sources.length - 1)}`}
        </bdi>
        <span className={styles.figures}>
          {formats.moment(startedAt)} · {t(`importing.states.${state}`)}
        </span>
      </header>
      {failure !== undefined && <p className={styles.failure}>{t(`errors.${failure.code as 'internal'}`)}</p>}
      <Figures progress={progress} />
      <Acts progress={progress} />
      {progress.refused + progress.failed > 0 && <UntakenFiles id={id} />}
    </article>
  )
}

/** The ledger: every import with its figures, and each file that was not taken in with its reason; the watched folders. */
export function ImportsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const { data, error, refetch } = useCall('imports.list', { limit: 50 })
  return (
    <Dialog title={t('bar.imports')} size="large" place="side" onClose={onClose}>
      <WatchedFolders />
      {error !== null && <FailedState error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <LoadingLines lines={6} />}
      {data?.imports.length === 0 && <EmptyState icon={Inbox} title={t('importing.none')} />}
      {data?.imports.map((progress) => (
        <OneImport key={progress.id} listed={progress} />
      ))}
    </Dialog>
  )
}
