import { CheckCheck, CircleCheckBig } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '../../app/workspace.ts'
import { useCall } from '../../client/use-call.ts'
import { useFormats } from '../../texts/format.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckInput } from '../../ui/CheckInput.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState, FailedState, LoadingLines } from '../../ui/States.tsx'
import type { DocumentRecord } from '../reader/ReaderPane.tsx'
import { BulkAccept } from './BulkAccept.tsx'
import { EvidenceText } from './EvidenceText.tsx'
import { itemsOf } from './lane-items.ts'
import styles from './Lane.module.css'
import { LaneList } from './LaneList.tsx'
import { useLaneWork } from './use-lane-work.ts'

const keys = [
  ['A', 'accept'],
  ['↑ ↓', 'move'],
  ['C', 'correct'],
  ['X', 'refuse'],
  ['S', 'skip'],
] as const

interface LaneDocumentProps {
  readonly record: DocumentRecord
  readonly onAccepted: () => void
  readonly onSkip: () => void
}

/** One document of the lane: its proposals, and its text beside them. */
function LaneDocument({ record, onAccepted, onSkip }: LaneDocumentProps): ReactNode {
  const { t } = useTranslation()
  const items = itemsOf(record)
  const { work, listRef } = useLaneWork(record, items, { onAccepted, onSkip })
  const pointed = items.find(({ key }) => key === work.pointed)
  return (
    <>
      <div className={styles.lane}>
        <LaneList items={items} work={work} ref={listRef} />
        <EvidenceText record={record} words={pointed?.words} />
      </div>
      <div className={styles.acts}>
        <p className={styles.keys}>
          {keys.map(([key, act]) => (
            <span key={act}>
              <kbd>{key}</kbd> {t(`lane.keys.${act}`)}
            </span>
          ))}
        </p>
        <Button onPress={onSkip}>{t('lane.skip')}</Button>
        <Button look="primary" onPress={work.accept}>
          {t('lane.accept')}
        </Button>
      </div>
    </>
  )
}

/** How many were accepted since the dialog was opened, and how many that makes an hour. */
interface Pace {
  readonly since: number
  readonly accepted: number
}

const perHour = ({ since, accepted }: Pace): number => Math.round((accepted * 3_600_000) / (Date.now() - since))

/** Document after document: what the rules propose beside the words that it comes from, accepted, corrected or refused by key. */
export function LaneDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const text = useWorkspace((workspace) => workspace.text)
  const [keepsToQuery, setKeepsToQuery] = useState(text.trim() !== '')
  const [after, setAfter] = useState<string | undefined>()
  const [isBulk, setIsBulk] = useState(false)
  const [pace, setPace] = useState<Pace>(() => ({ since: Date.now(), accepted: 0 }))
  const query = keepsToQuery ? text : ''
  const next = useCall('cataloguing.next', { query, ...(after !== undefined && { after }) }, { keepPrevious: true })
  const id = next.data?.id
  const record = useCall('documents.get', { id: id ?? '' }, { enabled: id !== undefined })
  const error = next.error ?? record.error
  const left = next.data?.left ?? 0
  const done = next.data?.done ?? 0
  return (
    <Dialog title={t('lane.title')} size="full" onClose={onClose}>
      <div className={styles.bar} role="status">
        <strong>{t('lane.left', { count: left, shown: number(left) })}</strong>
        <span>{t('lane.done', { count: done, shown: number(done) })}</span>
        {pace.accepted > 1 && <span>{t('lane.rate', { rate: number(perHour(pace)) })}</span>}
        {text.trim() !== '' && (
          <CheckInput isSelected={keepsToQuery} onChange={setKeepsToQuery}>
            {t('lane.onlyFound', { text })}
          </CheckInput>
        )}
        {!isBulk && left > 0 && (
          <Button size="small" look="quiet" icon={CheckCheck} onPress={() => setIsBulk(true)}>
            {t('lane.bulk.open')}
          </Button>
        )}
      </div>
      {error !== null && <FailedState error={error} onRetry={() => void next.refetch()} />}
      {isBulk && <BulkAccept query={query} onBack={() => setIsBulk(false)} />}
      {!isBulk && next.data !== undefined && id === undefined && (
        <EmptyState icon={CircleCheckBig} title={t('lane.finished')}>
          <p>{t('lane.finishedAdvice')}</p>
        </EmptyState>
      )}
      {!isBulk && id !== undefined && record.data === undefined && error === null && <LoadingLines lines={12} />}
      {!isBulk && record.data !== undefined && record.data.id === id && (
        <LaneDocument
          key={id}
          record={record.data}
          onAccepted={() => {
            setPace({ ...pace, accepted: pace.accepted + 1 })
            setAfter(id)
          }}
          onSkip={() => setAfter(id)}
        />
      )}
    </Dialog>
  )
}
