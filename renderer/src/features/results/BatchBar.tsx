import { FileOutput, FolderMinus, FolderPlus, Lock, Tag, Tags, Trash2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Toolbar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useActs } from '../../app/use-acts.ts'
import {
  openDialog,
  selectionOf,
  useWorkspace,
  useWorkspaceStore,
  type CollectionRow,
  type OpenDialog,
} from '../../app/workspace.ts'
import { useCall } from '../../client/use-call.ts'
import { useFormats } from '../../texts/format.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { filterValue } from '../search/query-text.ts'
import styles from './BatchBar.module.css'

/** The collection that the query shows, if it shows one. */
function useShownCollection(): CollectionRow | undefined {
  const name = useWorkspace((workspace) => filterValue(workspace.text, 'collection')?.toLowerCase())
  const { data } = useCall('collections.list', {}, { enabled: name !== undefined })
  return name === undefined ? undefined : data?.collections.find((each) => each.name.toLowerCase() === name)
}

/** What can be done with several documents at once; it appears when more than one is marked. */
export function BatchBar({ total }: { readonly total: number }): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const store = useWorkspaceStore()
  const { write } = useActs()
  const marked = useWorkspace((workspace) => workspace.marked)
  const text = useWorkspace((workspace) => workspace.text)
  const count = marked === 'all' ? total : marked.size
  const selection = selectionOf(marked, text)
  const collection = useShownCollection()
  const take = async ({ id, name }: CollectionRow): Promise<void> => {
    if (await write('collections.take', { id, selection }, t('collections.taken', { count, name })))
      store.update((workspace) => ({ ...workspace, marked: new Set() }))
  }
  if (marked !== 'all' && count < 2) return null
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
        label={t('collections.put')}
        icon={FolderPlus}
        onPress={open({ type: 'put-in-collection', selection, count })}
      />
      {collection !== undefined && (
        <IconButton
          label={t('collections.take', { name: collection.name })}
          icon={FolderMinus}
          onPress={() => void take(collection)}
        />
      )}
      <IconButton
        label={t('batch.export')}
        icon={FileOutput}
        onPress={open({ type: 'export', selection, title: marked === 'all' ? text : '' })}
      />
      <IconButton label={t('access.restrict')} icon={Lock} onPress={open({ type: 'restrict', selection, count })} />
      <IconButton label={t('batch.remove')} icon={Trash2} onPress={open({ type: 'remove', selection, count })} />
      <IconButton
        label={t('batch.clear')}
        icon={X}
        onPress={() => store.update((workspace) => ({ ...workspace, marked: new Set() }))}
      />
    </Toolbar>
  )
}
