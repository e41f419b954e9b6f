import {
  ArrowDownWideNarrow,
  Bookmark,
  ClipboardCheck,
  Ellipsis,
  FileOutput,
  PanelLeftClose,
  PanelLeftOpen,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { sorts } from '../../../../electron/contract/vocabulary.ts'
import { openDialog, useWorkspace, useWorkspaceStore } from '../../app/workspace.ts'
import { useFormats } from '../../texts/format.ts'
import { IconButton } from '../../ui/Button.tsx'
import { SelectInput } from '../../ui/Fields.tsx'
import { MenuButton } from '../../ui/MenuButton.tsx'
import { QueryChips } from '../search/QueryChips.tsx'
import { filterValue } from '../search/query-text.ts'
import { SearchBox } from '../search/SearchBox.tsx'
import { useSearchReply, type SearchReply } from '../search/use-search.ts'
import { BatchBar } from './BatchBar.tsx'
import { ResultList } from './ResultList.tsx'
import styles from './ResultsPane.module.css'
import { useCopyStatement } from './use-copy-statement.ts'

function Counts({ reply }: { readonly reply: SearchReply }): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { total, others, query, coverage } = reply
  const shown = { count: total, shown: number(total) }
  const sentence =
    query.chips.length === 0
      ? t('results.countAll', shown)
      : others > 0 && total === 0
        ? t('results.countOnlyOthers', { count: others, shown: number(others) })
        : others > 0
          ? `${t('results.countHaveAll', shown)} ${t('results.countOthers', { count: others, shown: number(others) })}`
          : t('results.count', shown)
  return (
    <p className={styles.count} role="status">
      {sentence}
      {coverage.picturePages > 0 && (
        <span className={styles.coverage}>
          {t('results.picturePages', {
            count: coverage.picturePages,
            shown: number(coverage.picturePages),
            documents: t('results.pictureDocuments', {
              count: coverage.pictureDocuments,
              shown: number(coverage.pictureDocuments),
            }),
          })}
        </span>
      )}
      {coverage.notYetSearchable > 0 && (
        <span className={styles.coverage}>
          {t('results.notYetSearchable', {
            count: coverage.notYetSearchable,
            shown: number(coverage.notYetSearchable),
          })}
        </span>
      )}
    </p>
  )
}

function SortChoice(): ReactNode {
  const { t } = useTranslation()
  const store = useWorkspaceStore()
  const sort = useWorkspace((workspace) => workspace.sort)
  const showsCollection = useWorkspace((workspace) => filterValue(workspace.text, 'collection') !== undefined)
  const shown = sorts.filter((value) => value !== 'collection' || showsCollection || value === sort)
  return (
    <span className={styles.sort}>
      <ArrowDownWideNarrow aria-hidden size={14} />
      <SelectInput
        label={t('results.sort')}
        hideLabel
        look="quiet"
        value={sort}
        choices={shown.map((value) => ({ value, label: t(`results.sorts.${value}`) }))}
        onChange={(value) => store.update((workspace) => ({ ...workspace, sort: value }))}
      />
    </span>
  )
}

interface ResultsPaneProps {
  readonly showsSide: boolean
  readonly onToggleSide: () => void
}

/** The middle pane: the question, how it was understood, and what was found. */
export function ResultsPane({ showsSide, onToggleSide }: ResultsPaneProps): ReactNode {
  const { t } = useTranslation()
  const store = useWorkspaceStore()
  const text = useWorkspace((workspace) => workspace.text)
  const reply = useSearchReply()
  const exportAll = (): void => openDialog(store, { type: 'export', selection: { query: text }, title: text })
  const saveSearch = (): void => openDialog(store, { type: 'save-search' })
  const copyStatement = useCopyStatement(reply)
  const hasResults = reply !== undefined && reply.total > 0
  const acts = [
    { id: 'save', label: t('saved.save'), icon: Bookmark, perform: saveSearch, disabled: text.trim() === '' },
    {
      id: 'statement',
      label: t('copy.statement'),
      icon: ClipboardCheck,
      perform: copyStatement,
      disabled: reply === undefined,
    },
    { id: 'export', label: t('results.exportAll'), icon: FileOutput, perform: exportAll, disabled: !hasResults },
  ]
  return (
    <>
      <div className={styles.top}>
        <IconButton
          label={t(showsSide ? 'panes.hideSide' : 'panes.showSide')}
          icon={showsSide ? PanelLeftClose : PanelLeftOpen}
          directional
          onPress={onToggleSide}
        />
        <SearchBox />
      </div>
      {reply !== undefined && <QueryChips query={reply.query} />}
      <div className={styles.line}>
        {reply === undefined ? <span /> : <Counts reply={reply} />}
        <span className={styles.tools}>
          <SortChoice />
          <MenuButton label={t('results.menu')} icon={Ellipsis} size="small" acts={acts} />
        </span>
      </div>
      <ResultList />
      <BatchBar total={reply?.total ?? 0} />
    </>
  )
}
