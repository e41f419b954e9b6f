import { Eye, FolderSearch, Pause, Play, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActs } from '../../app/use-acts.ts'
import type { WatchedFolder } from '../../client/client.ts'
import { useCall } from '../../client/use-call.ts'
import { useClient } from '../../client/use-client.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { CheckInput } from '../../ui/CheckInput.tsx'
import styles from './Importing.module.css'

function OneFolder({ folder }: { readonly folder: WatchedFolder }): ReactNode {
  const { t } = useTranslation()
  const client = useClient()
  const { fail } = useActs()
  const { id, path, active, afterwards, exists } = folder
  const change = (changes: { active?: boolean; afterwards?: 'keep' | 'remove' }): void =>
    void client.call('watches.change', { id, changes }).catch(fail)
  return (
    <li className={styles.watched}>
      <div className={styles.watchedPath}>
        <bdi className={styles.path}>{path}</bdi>
        <span className={styles.reason}>
          {[
            ...(active ? [] : [t('importing.watches.paused')]),
            ...(afterwards === 'remove' ? [t('importing.watches.move')] : []),
            ...(exists ? [] : [t('importing.watches.missing')]),
          ].join(' · ')}
        </span>
      </div>
      <IconButton
        label={active ? t('importing.watches.paused') : t('importing.watches.active')}
        icon={active ? Pause : Play}
        size="small"
        onPress={() => change({ active: !active })}
      />
      <IconButton
        label={t('importing.watches.remove')}
        icon={X}
        size="small"
        onPress={() => void client.call('watches.remove', { id }).catch(fail)}
      />
    </li>
  )
}

function AddFolder(): ReactNode {
  const { t } = useTranslation()
  const client = useClient()
  const { fail } = useActs()
  const [removes, setRemoves] = useState(false)
  if (!client.abilities.watchesFolders) return <p className={styles.explained}>{t('importing.watches.byCommand')}</p>
  return (
    <div className={styles.acts}>
      <Button
        size="small"
        icon={FolderSearch}
        onPress={() => void client.chooseWatchedFolder(removes ? 'remove' : 'keep').catch(fail)}
      >
        {t('importing.watches.add')}
      </Button>
      <CheckInput isSelected={removes} onChange={setRemoves}>
        {t('importing.watches.move')}
      </CheckInput>
    </div>
  )
}

/** The folders whose new files are imported by themselves. */
export function WatchedFolders(): ReactNode {
  const { t } = useTranslation()
  const { data } = useCall('watches.list', {})
  return (
    <section className={styles.import} aria-label={t('importing.watches.title')}>
      <h3 className={styles.watchedTitle}>
        <Eye size={16} aria-hidden /> {t('importing.watches.title')}
      </h3>
      <p className={styles.explained}>{t('importing.watches.explained')}</p>
      {data !== undefined && data.watches.length > 0 && (
        <ul className={styles.refused}>
          {data.watches.map((folder) => (
            <OneFolder key={folder.id} folder={folder} />
          ))}
        </ul>
      )}
      <AddFolder />
    </section>
  )
}
