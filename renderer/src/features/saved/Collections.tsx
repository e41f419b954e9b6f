import { Ellipsis, FileOutput, FolderOpen, Pencil, Plus, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useActs } from '../../app/use-acts.ts'
import { openDialog, searchFor, useWorkspace, useWorkspaceStore, type CollectionRow } from '../../app/workspace.ts'
import { useCall } from '../../client/use-call.ts'
import { useFormats } from '../../texts/format.ts'
import { IconButton } from '../../ui/Button.tsx'
import { MenuButton, type MenuAct } from '../../ui/MenuButton.tsx'
import { filterText, filterValue } from '../search/query-text.ts'
import styles from './Saved.module.css'

function Row({ collection }: { readonly collection: CollectionRow }): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const store = useWorkspaceStore()
  const { write } = useActs()
  const text = useWorkspace((workspace) => workspace.text)
  const { id, name, documents } = collection
  const query = filterText({ field: 'collection', value: name })
  const acts: MenuAct[] = [
    {
      id: 'change',
      label: t('collections.change'),
      icon: Pencil,
      perform: () => openDialog(store, { type: 'collection', collection }),
    },
    {
      id: 'export',
      label: t('collections.export'),
      icon: FileOutput,
      disabled: documents === 0,
      perform: () => openDialog(store, { type: 'export', selection: { query }, title: name }),
    },
    {
      id: 'remove',
      label: t('collections.remove'),
      icon: Trash2,
      tone: 'danger',
      perform: () => void write('collections.remove', { id }, t('collections.removed', { name })),
    },
  ]
  return (
    <li className={styles.line}>
      <AriaButton
        className={styles.row ?? ''}
        aria-pressed={filterValue(text, 'collection')?.toLowerCase() === name.toLowerCase()}
        onPress={() => searchFor(store, query, 'collection')}
      >
        <FolderOpen aria-hidden size={13} className={styles.icon} />
        <bdi className={styles.name}>{name}</bdi>
        <span className={styles.count}>{number(documents)}</span>
      </AriaButton>
      <MenuButton label={t('collections.menuOf', { name })} icon={Ellipsis} size="small" acts={acts} />
    </li>
  )
}

/** The collections of the archive; a click shows one in its own order. */
export function Collections(): ReactNode {
  const { t } = useTranslation()
  const store = useWorkspaceStore()
  const { data } = useCall('collections.list', {})
  return (
    <section aria-label={t('collections.title')}>
      <h2 className={styles.heading}>
        {t('collections.title')}
        <IconButton
          label={t('collections.make')}
          icon={Plus}
          size="small"
          onPress={() => openDialog(store, { type: 'collection' })}
        />
      </h2>
      {data?.collections.length === 0 && <p className={styles.none}>{t('collections.none')}</p>}
      <ul>
        {data?.collections.map((collection) => (
          <Row key={collection.id} collection={collection} />
        ))}
      </ul>
    </section>
  )
}
