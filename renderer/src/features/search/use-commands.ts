import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useMenuCommand } from '../../app/use-menu-command.ts'
import { openDialog, useWorkspaceStore } from '../../app/workspace.ts'

export interface Command {
  readonly id: string
  readonly title: string
}

const dialogs = [
  ...(['register', 'lane', 'names', 'rules', 'redactions', 'history', 'imports', 'keeping'] as const),
  ...(['about', 'settings', 'shortcuts', 'thesaurus', 'many'] as const),
] as const
type DialogCommand = (typeof dialogs)[number]
const isDialog = (id: string): id is DialogCommand => dialogs.includes(id as DialogCommand)

/** What can be done by its name from the search box. */
export function useCommands(): { readonly commands: readonly Command[]; readonly run: (id: string) => void } {
  const { t } = useTranslation()
  const store = useWorkspaceStore()
  const runMenu = useMenuCommand()
  const commands = useMemo(
    () => [
      { id: 'import-files', title: t('importing.title') },
      { id: 'export', title: t('bar.export') },
      { id: 'undo', title: t('bar.undo') },
      { id: 'save-search', title: t('saved.saveTitle') },
      { id: 'collection', title: t('collections.make') },
      { id: 'archives', title: t('bar.archives') },
      ...dialogs.map((id) => ({ id, title: t(`bar.${id}`) })),
    ],
    [t],
  )
  const run = useCallback(
    (id: string) => {
      if (isDialog(id)) openDialog(store, { type: id })
      else if (id === 'save-search' || id === 'collection') openDialog(store, { type: id })
      else if (id === 'import-files' || id === 'export' || id === 'undo' || id === 'archives') runMenu(id)
    },
    [store, runMenu],
  )
  return { commands, run }
}
