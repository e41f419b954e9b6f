import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActs } from '../../app/use-acts.ts'
import { openDialog, useWorkspace, useWorkspaceStore } from '../../app/workspace.ts'
import type { ImportProgress } from '../../client/client.ts'
import { useClient } from '../../client/use-client.ts'
import { useFormats } from '../../texts/format.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Progress } from '../../ui/Progress.tsx'
import styles from './Importing.module.css'

const doneOf = ({ imported, duplicates, refused, failed, unchanged }: ImportProgress): number =>
  imported + duplicates + refused + failed + unchanged

function Running({ progress }: { readonly progress: ImportProgress }): ReactNode {
  const { t } = useTranslation()
  const { number, seconds } = useFormats()
  const client = useClient()
  const store = useWorkspaceStore()
  const { fail } = useActs()
  const { id, found, walked, filesPerSecond, secondsLeft } = progress
  const done = doneOf(progress)
  return (
    <>
      <div className={styles.progress}>
        <Progress
          label={t('importing.progress', { done: number(done), found: number(found) })}
          done={done}
          total={walked ? found : undefined}
        />
      </div>
      <span className={styles.figures}>
        {t('importing.rate', { rate: number(Math.round(filesPerSecond)) })}
        {secondsLeft !== undefined && ` · ${t('importing.left', { time: seconds(secondsLeft) })}`}
      </span>
      <Button size="small" onPress={() => openDialog(store, { type: 'imports' })}>
        {t('importing.details')}
      </Button>
      <Button size="small" onPress={() => void client.call('imports.cancel', { id }).catch(fail)}>
        {t('common.cancel')}
      </Button>
    </>
  )
}

function Ended({ progress }: { readonly progress: ImportProgress }): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const store = useWorkspaceStore()
  const { imported, duplicates, refused, failed, unchanged, state } = progress
  const parts = [
    t('importing.imported', { count: imported, shown: number(imported) }),
    ...(duplicates > 0 ? [t('importing.duplicates', { count: duplicates, shown: number(duplicates) })] : []),
    ...(unchanged > 0 ? [t('importing.unchanged', { count: unchanged, shown: number(unchanged) })] : []),
    ...(refused > 0 ? [t('importing.refused', { count: refused, shown: number(refused) })] : []),
    ...(failed > 0 ? [t('importing.failed', { count: failed, shown: number(failed) })] : []),
  ]
  return (
    <>
      <p className={styles.progress} role="status">
        <strong>{t(`importing.states.${state}`)}</strong> {parts.join(' · ')}
      </p>
      <Button size="small" onPress={() => openDialog(store, { type: 'imports' })}>
        {t('importing.details')}
      </Button>
      <IconButton
        label={t('common.close')}
        icon={X}
        size="small"
        onPress={() => store.update((workspace) => ({ ...workspace, progress: undefined }))}
      />
    </>
  )
}

/** At the foot of the window: how the import that runs, or the last one that ran, is doing. */
export function ImportStrip(): ReactNode {
  const { t } = useTranslation()
  const progress = useWorkspace((workspace) => workspace.progress)
  if (progress === undefined) return null
  return (
    <section className={styles.strip} aria-label={t('importing.strip')}>
      {progress.state === 'running' ? <Running progress={progress} /> : <Ended progress={progress} />}
    </section>
  )
}
