import { Archive, SearchX } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import {
  GridList,
  GridListLoadMoreItem,
  ListLayout,
  Virtualizer,
  Collection,
  type Selection as Keys,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { openDialog, openDocument, useWorkspace, useWorkspaceStore, type Marked } from '../../app/workspace.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState, FailedState, LoadingLines } from '../../ui/States.tsx'
import { useSearch, type SearchHit } from '../search/use-search.ts'
import styles from './ResultList.module.css'
import { ResultRow } from './ResultRow.tsx'

/** A row of title, facts and a two-line snippet; real heights are measured as rows come into view. */
const estimatedRowPx = 116

function EmptyList(): ReactNode {
  const { t } = useTranslation()
  const store = useWorkspaceStore()
  const isArchiveEmpty = useWorkspace(({ text }) => text.trim() === '')
  if (!isArchiveEmpty) {
    return (
      <EmptyState icon={SearchX} title={t('results.noneFound')}>
        <p>{t('results.noneFoundAdvice')}</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={Archive} title={t('results.emptyArchive')}>
      <p>{t('results.emptyArchiveAdvice')}</p>
      <Button look="primary" onPress={() => openDialog(store, { type: 'import' })}>
        {t('importing.open')}
      </Button>
    </EmptyState>
  )
}

function markedOf(keys: Keys): Marked {
  return keys === 'all' ? 'all' : new Set(Array.from(keys, String))
}

/** The documents found. Choosing one opens it; choosing several gathers them for an act. */
export function ResultList(): ReactNode {
  const { t } = useTranslation()
  const store = useWorkspaceStore()
  const search = useSearch()
  const marked = useWorkspace((workspace) => workspace.marked)
  const documentId = useWorkspace((workspace) => workspace.documentId)
  const hits = useMemo(() => search.data?.pages.flatMap((page) => page.hits) ?? [], [search.data])
  // The answers to a question are one list.
  const isOneList = search.data?.pages[0]?.query.notices.some(({ code }) => code === 'read-as-question') === true
  const firstOther = isOneList ? undefined : hits.find(({ group }) => group === 'others')?.id
  const onSelectionChange = (keys: Keys): void => {
    const next = markedOf(keys)
    store.update((workspace) => ({ ...workspace, marked: next }))
    const [only] = next === 'all' ? [] : next
    if (next !== 'all' && next.size === 1 && only !== undefined) openDocument(store, only)
  }
  if (search.error !== null) return <FailedState error={search.error} onRetry={() => void search.refetch()} />
  if (search.isPending) return <LoadingLines lines={12} />
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowSize: estimatedRowPx, loaderSize: 40 }}>
      <GridList
        aria-label={t('results.title')}
        className={styles.list ?? ''}
        data-old={search.isPlaceholderData || undefined}
        selectionMode="multiple"
        selectionBehavior="replace"
        selectedKeys={marked}
        onSelectionChange={onSelectionChange}
        onAction={(key) => {
          openDocument(store, String(key))
          store.update((workspace) => ({ ...workspace, reading: true }))
        }}
        renderEmptyState={() => <EmptyList />}
      >
        <Collection items={hits} dependencies={[documentId, firstOther]}>
          {(hit: SearchHit) => (
            <ResultRow
              hit={hit}
              isOpen={hit.id === documentId}
              heading={hit.id === firstOther ? t('results.othersHeading') : undefined}
            />
          )}
        </Collection>
        <GridListLoadMoreItem
          onLoadMore={() => {
            if (search.hasNextPage && !search.isFetchingNextPage) void search.fetchNextPage()
          }}
          isLoading={search.isFetchingNextPage}
          className={styles.more ?? ''}
        >
          {t('common.loading')}
        </GridListLoadMoreItem>
      </GridList>
    </Virtualizer>
  )
}
