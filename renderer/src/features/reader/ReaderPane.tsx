import { BookOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../../electron/contract/calls.ts'
import { useWorkspace } from '../../app/workspace.ts'
import { useCall } from '../../client/use-call.ts'
import { EmptyState, FailedState, LoadingLines } from '../../ui/States.tsx'
import { Original } from '../../viewer/Original.tsx'
import { FactsPanel } from './FactsPanel.tsx'
import { HitWalker } from './HitWalker.tsx'
import styles from './Reader.module.css'
import { ReaderHead } from './ReaderHead.tsx'
import { TextPages } from './TextPages.tsx'
import { useHits } from './use-hits.ts'

export type DocumentRecord = CallOutput<'documents.get'>

function OpenDocument({ record }: { readonly record: DocumentRecord }): ReactNode {
  const { t } = useTranslation()
  const hits = useHits(record.id)
  return (
    <article className={styles.reader}>
      <ReaderHead record={record} />
      <Tabs className={styles.tabs ?? ''}>
        <TabList aria-label={t('reader.views')} className={styles.tabList ?? ''}>
          <Tab id="text" className={styles.tab ?? ''}>
            {t('reader.text')}
          </Tab>
          <Tab id="facts" className={styles.tab ?? ''}>
            {t('reader.factsTab')}
          </Tab>
          <Tab id="original" className={styles.tab ?? ''}>
            {t('reader.original')}
          </Tab>
        </TabList>
        <TabPanel id="text" className={styles.panel ?? ''}>
          <TextPages record={record} hits={hits} />
        </TabPanel>
        <TabPanel id="facts" className={styles.panel ?? ''}>
          <FactsPanel record={record} />
        </TabPanel>
        <TabPanel id="original" className={styles.panel ?? ''}>
          <Original
            file={record.file}
            pages={record.pages}
            hits={hits}
            walker={(unplaced) => hits.isAsked && <HitWalker hits={hits} look="inBar" unplaced={unplaced} />}
          />
        </TabPanel>
      </Tabs>
    </article>
  )
}

/** The right pane: the document that is open, its description, its text and its original. */
export function ReaderPane(): ReactNode {
  const { t } = useTranslation()
  const id = useWorkspace((workspace) => workspace.documentId)
  const { data, error, refetch } = useCall('documents.get', { id: id ?? '' }, { enabled: id !== undefined })
  if (id === undefined) {
    return (
      <EmptyState icon={BookOpen} title={t('reader.none')}>
        <p>{t('reader.noneAdvice')}</p>
      </EmptyState>
    )
  }
  if (error !== null) return <FailedState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingLines lines={12} />
  return <OpenDocument key={data.id} record={data} />
}
