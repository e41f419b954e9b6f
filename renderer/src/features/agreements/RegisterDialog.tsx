import { Handshake } from 'lucide-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { openDocument, useWorkspaceStore } from '../../app/workspace.ts'
import { useCall } from '../../client/use-call.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextInput } from '../../ui/Fields.tsx'
import { EmptyState, FailedState, LoadingLines } from '../../ui/States.tsx'
import { AgreementPage } from './AgreementPage.tsx'
import styles from './Agreements.module.css'
import { CommitmentList, Timeline } from './EventLists.tsx'
import { type Agreement, RegisterTable, usePartyNames } from './RegisterTable.tsx'

// The library that draws it is as large as the rest of the page.
const PartyGraph = lazy(() => import('./PartyGraph.tsx'))

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()

/** The agreements that fit what is typed. */
function AgreementList({
  agreements,
  onOpen,
}: {
  readonly agreements: readonly Agreement[]
  readonly onOpen: (id: string) => void
}): ReactNode {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const namesOf = usePartyNames()
  const wordsOf = (each: Agreement): string =>
    [
      ...[each.title, ...Object.values(each.titles), each.signed],
      ...[...each.parties.map(({ name }) => name), ...namesOf(each)],
    ].join(' ')
  const fitting = agreements.filter((each) => fold(wordsOf(each)).includes(fold(typed.trim())))
  return (
    <>
      <TextInput label={t('register.find')} value={typed} onChange={setTyped} autoFocus />
      {fitting.length > 0 && <RegisterTable agreements={fitting} onOpen={onOpen} />}
    </>
  )
}

const views = ['agreements', 'promises', 'timeline', 'graph'] as const
type View = (typeof views)[number]

interface RegisterDialogProps {
  /** The agreement that is shown first; without one, the register. */
  readonly agreement: string | undefined
  readonly onClose: () => void
}

/** The register of agreements that the texts carry or cite: as a table, by promise, by event, by party; and the page of each. */
export function RegisterDialog({ agreement, onClose }: RegisterDialogProps): ReactNode {
  const { t } = useTranslation()
  const store = useWorkspaceStore()
  const [shown, setShown] = useState(agreement)
  const [view, setView] = useState<View>('agreements')
  const { data, error, refetch } = useCall('agreements.list', {})
  const ways = {
    onOpenAgreement: setShown,
    onOpenDocument: (id: string): void => {
      openDocument(store, id)
      onClose()
    },
  }
  const agreements = data?.agreements ?? []
  const panel: Readonly<Record<View, () => ReactNode>> = {
    agreements: () => <AgreementList agreements={agreements} onOpen={setShown} />,
    promises: () => <CommitmentList ways={ways} />,
    timeline: () => <Timeline ways={ways} />,
    graph: () => (
      <Suspense fallback={<LoadingLines lines={8} />}>
        <PartyGraph agreements={agreements} onOpen={setShown} />
      </Suspense>
    ),
  }
  return (
    <Dialog title={t('register.title')} size="wide" onClose={onClose}>
      {shown !== undefined ? (
        <AgreementPage id={shown} onBack={() => setShown(undefined)} onClose={onClose} />
      ) : (
        <>
          <p className={styles.explained}>{t('register.explained')}</p>
          {error !== null && <FailedState error={error} onRetry={() => void refetch()} />}
          {error === null && data === undefined && <LoadingLines lines={8} />}
          {data?.agreements.length === 0 && <EmptyState icon={Handshake} title={t('register.none')} />}
          {agreements.length > 0 && (
            <Tabs
              className={styles.views ?? ''}
              selectedKey={view}
              onSelectionChange={(key) => setView(views.find((each) => each === key) ?? 'agreements')}
            >
              <TabList aria-label={t('register.views')} className={styles.tabList ?? ''}>
                {views.map((each) => (
                  <Tab key={each} id={each} className={styles.tab ?? ''}>
                    {t(`register.view.${each}`)}
                  </Tab>
                ))}
              </TabList>
              <TabPanel id={view} className={styles.panel ?? ''}>
                {panel[view]()}
              </TabPanel>
            </Tabs>
          )}
        </>
      )}
    </Dialog>
  )
}
