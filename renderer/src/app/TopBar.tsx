import {
  Archive,
  FileOutput,
  Handshake,
  History,
  Import,
  Keyboard,
  Languages,
  Library,
  ListChecks,
  ListFilter,
  ListTree,
  Settings2,
  ShieldCheck,
  SquareCheckBig,
  Undo2,
  Users,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArchiveSummary } from '../client/client.ts'
import { useFormats } from '../texts/format.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { MenuButton, type MenuAct } from '../ui/MenuButton.tsx'
import styles from './Shell.module.css'
import { useMenuCommand } from './use-menu-command.ts'
import { openDialog, useWorkspace, useWorkspaceStore } from './workspace.ts'

type DialogType =
  ('names' | 'rules' | 'history' | 'imports' | 'keeping') | ('settings' | 'about' | 'shortcuts' | 'thesaurus' | 'many')

/** Which archive this is, and the acts that concern all of it. */
export function TopBar({ archive }: { readonly archive: ArchiveSummary }): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const store = useWorkspaceStore()
  const run = useMenuCommand()
  const connected = useWorkspace((workspace) => workspace.connected)
  const dialog = (type: DialogType, icon: LucideIcon): MenuAct => ({
    id: type,
    label: t(`bar.${type}`),
    icon,
    perform: () => openDialog(store, { type }),
  })
  const acts: MenuAct[] = [
    { id: 'export', label: t('bar.export'), icon: FileOutput, perform: () => run('export') },
    dialog('many', ListFilter),
    dialog('names', Users),
    dialog('rules', ListTree),
    dialog('thesaurus', Languages),
    dialog('imports', ListChecks),
    dialog('keeping', ShieldCheck),
    dialog('about', Archive),
    dialog('settings', Settings2),
    dialog('shortcuts', Keyboard),
    { id: 'archives', label: t('bar.archives'), icon: Library, perform: () => run('archives') },
  ]
  return (
    <header className={styles.bar}>
      <div className={styles.archive}>
        <h1 className={styles.name} dir="auto">
          {archive.title}
        </h1>
        <span className={styles.facts}>
          {t('bar.documents', { count: archive.documents, shown: number(archive.documents) })}
        </span>
      </div>
      {!connected && (
        <span className={styles.offline} role="status">
          {t('bar.disconnected')}
        </span>
      )}
      <IconButton label={t('bar.undo')} icon={Undo2} directional onPress={() => run('undo')} />
      <IconButton label={t('bar.lane')} icon={SquareCheckBig} onPress={() => openDialog(store, { type: 'lane' })} />
      <IconButton label={t('bar.register')} icon={Handshake} onPress={() => openDialog(store, { type: 'register' })} />
      <IconButton label={t('bar.history')} icon={History} onPress={() => openDialog(store, { type: 'history' })} />
      <Button look="primary" icon={Import} onPress={() => openDialog(store, { type: 'import' })}>
        {t('importing.open')}
      </Button>
      <MenuButton label={t('bar.menu')} icon={Settings2} acts={acts} />
    </header>
  )
}
