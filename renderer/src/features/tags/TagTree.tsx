import { ChevronRight, CornerUpRight, Ellipsis, FileOutput, PencilLine, Tags, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button, Collection, Tree, TreeItem, TreeItemContent, type Key } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { openDialog, searchFor, useWorkspace, useWorkspaceStore } from '../../app/workspace.ts'
import { useCall } from '../../client/use-call.ts'
import { useFormats } from '../../texts/format.ts'
import { MenuButton } from '../../ui/MenuButton.tsx'
import { FailedState, LoadingLines } from '../../ui/States.tsx'
import { filterText, hasFilter, withOnlyTag } from '../search/query-text.ts'
import { treeOfTags, type TagNode } from './tag-tree.ts'
import styles from './TagTree.module.css'

function TagMenu({ path }: { readonly path: string }): ReactNode {
  const { t } = useTranslation()
  const store = useWorkspaceStore()
  const open = (type: 'rename-tag' | 'move-tag' | 'remove-tag') => () => openDialog(store, { type, path })
  const exportTag = (): void => {
    const selection = { query: filterText({ field: 'tag', value: path }) }
    openDialog(store, { type: 'export', selection, title: path })
  }
  const acts = [
    { id: 'rename', label: t('tags.rename'), icon: PencilLine, perform: open('rename-tag') },
    { id: 'move', label: t('tags.move'), icon: CornerUpRight, perform: open('move-tag') },
    { id: 'export', label: t('tags.export'), icon: FileOutput, perform: exportTag },
    { id: 'remove', label: t('tags.remove'), icon: Trash2, perform: open('remove-tag'), tone: 'danger' as const },
  ]
  return <MenuButton label={t('tags.menuOf', { tag: path })} icon={Ellipsis} size="small" acts={acts} />
}

interface TagItemProps {
  readonly node: TagNode
  readonly onOpen: (path: string) => void
}

function TagItem({ node, onOpen }: TagItemProps): ReactNode {
  const formats = useFormats()
  const { t } = useTranslation()
  const isIncluded = useWorkspace(({ text }) => hasFilter(text, { field: 'tag', value: node.path }))
  return (
    <TreeItem
      id={node.path}
      textValue={node.name}
      className={styles.item ?? ''}
      data-included={isIncluded || undefined}
      onAction={() => onOpen(node.path)}
    >
      <TreeItemContent>
        {({ hasChildItems }) => (
          <div className={styles.row}>
            {hasChildItems ? (
              <Button slot="chevron" className={styles.chevron ?? ''}>
                <ChevronRight aria-hidden size={14} />
              </Button>
            ) : (
              <span className={styles.chevron} />
            )}
            <span className={styles.name}>
              <bdi>{node.name}</bdi>
            </span>
            {isIncluded && <span className={styles.spoken}>{t('tags.included')}</span>}
            <span className={styles.count}>{formats.number(node.total)}</span>
            <span className={styles.menu}>
              <TagMenu path={node.path} />
            </span>
          </div>
        )}
      </TreeItemContent>
      <Collection items={node.children} dependencies={[onOpen]}>
        {(child: TagNode) => <TagItem key={child.path} node={child} onOpen={onOpen} />}
      </Collection>
    </TreeItem>
  )
}

/** All tags with the number of documents under each. A click shows a tag's documents, a second click all again. */
export function TagTree(): ReactNode {
  const { t } = useTranslation()
  const store = useWorkspaceStore()
  const { data, error, refetch } = useCall('tags.list', {})
  const [closed, setClosed] = useState<ReadonlySet<Key>>(new Set())
  const toggle = (path: string): void => {
    const { text } = store.get()
    searchFor(store, withOnlyTag(text, hasFilter(text, { field: 'tag', value: path }) ? undefined : path))
  }
  if (error !== null) return <FailedState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingLines lines={5} />
  const nodes = treeOfTags(data.tags)
  if (nodes.length === 0) {
    return (
      <p className={styles.none}>
        <Tags aria-hidden size={16} />
        {t('tags.none')}
      </p>
    )
  }
  const paths = data.tags.map(({ path }) => path as Key)
  return (
    <Tree
      aria-label={t('tags.title')}
      items={nodes}
      dependencies={[data]}
      selectionMode="none"
      expandedKeys={paths.filter((path) => !closed.has(path))}
      onExpandedChange={(open) => setClosed(new Set(paths.filter((path) => !open.has(path))))}
      className={styles.tree ?? ''}
    >
      {(node) => <TagItem key={node.path} node={node} onOpen={toggle} />}
    </Tree>
  )
}
