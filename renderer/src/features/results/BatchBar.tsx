import { FileOutput, Tag, Tags, Trash2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Toolbar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { openDialog, selectionOf, useWorkspace, useWorkspaceStore, type OpenDialog } from '../../app/workspace.ts'
import { useFormats } from '../../texts/format.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import styles from './BatchBar.module.css'

/** What can be done with several documents at once; it appears when more than one is marked. */
export function BatchBar({ total }: { readonly total: number }): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const store = useWorkspaceStore()
  const marked = useWorkspace((workspace) => workspace.marked)
  const text = useWorkspace((workspace) => workspace.text)
  const count = marked === 'all' ? total : marked.size
  if (marked !== 'all' && count < 2) return null
  const selection = selectionOf(marked, text)
  const open = (dialog: OpenDialog) => () => openDialog(store, dialog)
  return (
    <Toolbar aria-label={t('batch.title')} className={styles.bar ?? ''}>
      <span className={styles.count} role="status">
        {t('batch.count', { count, shown: number(count) })}
      </span>
      <Button size="small" look="quiet" icon={Tag} onPress={open({ type: 'tag', act: 'add', selection, count })}>
        {t('batch.addTag')}
      </Button>
      <IconButton
        label={t('batch.removeTag')}
        icon={Tags}
        onPress={open({ type: 'tag', act: 'remove', selection, count })}
      />
      <IconButton
        label={t('batch.export')}
        icon={FileOutput}
        onPress={open({ type: 'export', selection, title: marked === 'all' ? text : '' })}
      />
      <IconButton label={t('batch.remove')} icon={Trash2} onPress={open({ type: 'remove', selection, count })} />
      <IconButton
        label={t('batch.clear')}
        icon={X}
        onPress={() => store.update((workspace) => ({ ...workspace, marked: new Set() }))}
      />
    </Toolbar>
  )
}
