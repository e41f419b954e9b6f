import { History } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { CallOutput } from '../../../../electron/contract/calls.ts'
import { useActs } from '../../app/use-acts.ts'
import { useCall } from '../../client/use-call.ts'
import { useFormats, type Formats } from '../../texts/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState, FailedState, LoadingLines } from '../../ui/States.tsx'
import styles from './HistoryDialog.module.css'

type HistoryEvent = CallOutput<'history.list'>['events'][number]

const shownEvents = 200
const acts = [
  'archive.rebuild',
  'archive.verify',
  'archive.restore',
  'access.set',
  'access.lift',
  'redactions.add',
  'redactions.remove',
  'imports.start',
  'documents.describe',
  'documents.remove',
  'documents.takeBack',
  'ocr.read',
  'tags.rename',
  'tags.remove',
  'history.undo',
  'watches.add',
  'watches.change',
  'watches.remove',
  'collections.make',
  'collections.change',
  'collections.remove',
  'collections.put',
  'collections.take',
  'collections.move',
  'searches.save',
  'searches.change',
  'searches.remove',
  'thesaurus.set',
  'thesaurus.remove',
  'thesaurus.restore',
  'names.change',
  'names.merge',
  'names.split',
  'cataloguing.accept',
  'cataloguing.acceptAll',
  'cataloguing.reopen',
  'rules.save',
  'rules.remove',
  'rules.run',
] as const
type KnownAct = (typeof acts)[number]

const isKnownAct = (act: string): act is KnownAct => acts.includes(act as KnownAct)

function sentenceOf({ act, facts }: HistoryEvent, t: TFunction, formats: Formats): string {
  const count = Number(facts['count'] ?? facts['imported'] ?? 0)
  const values = { ...facts, count, shown: formats.number(count) }
  if (act === 'tags.assign') {
    const added =
      facts['added'] === '' ? [] : [t('history.acts.tagsAdded', { ...values, tags: String(facts['added']) })]
    const removed =
      facts['removed'] === '' ? [] : [t('history.acts.tagsTaken', { ...values, tags: String(facts['removed']) })]
    return [...added, ...removed].join(' ')
  }
  if (act === 'editions.decide') return t(`history.acts.editionDecided.${facts['relation'] as 'open'}`, values)
  if (act === 'cataloguing.refuse')
    return t(`history.acts.cataloguing.${facts['refused'] === 'yes' ? 'refuse' : 'takeBack'}`, values)
  if (!isKnownAct(act)) return act
  if (act === 'documents.describe') {
    const fields = String(facts['fields'])
      .split(' ')
      .map((field) => t(`fields.${field as 'title'}`))
    return t('history.acts.documents.describe', { ...values, fields: fields.join(', ') })
  }
  return t(`history.acts.${act}`, values)
}

function Row({ event }: { readonly event: HistoryEvent }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const { undo } = useActs()
  const row = useRef<HTMLLIElement>(null)
  const takeBack = (): void => {
    // The button goes with what it undoes: the focus stays in the dialog, where Escape is heard.
    row.current?.focus()
    void undo(event.id)
  }
  return (
    <li ref={row} tabIndex={-1} className={styles.event} data-undone={event.undone || undefined}>
      <div className={styles.what}>
        <p dir="auto">{sentenceOf(event, t, formats)}</p>
        <p className={styles.when}>
          {formats.moment(event.at)}
          {event.archive !== undefined && ` · ${t('history.elsewhere', { archive: event.archive })}`}
          {event.undone && ` · ${t('history.undone')}`}
        </p>
      </div>
      {event.undoable && (
        <Button size="small" look="quiet" onPress={takeBack}>
          {t(event.act === 'history.undo' ? 'history.redo' : 'common.undo')}
        </Button>
      )}
    </li>
  )
}

/** Everything that was done to the archive, newest first; each act can be taken back. */
export function HistoryDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { data, error, refetch } = useCall('history.list', { offset: 0, limit: shownEvents })
  return (
    <Dialog title={t('bar.history')} place="side" onClose={onClose}>
      {error !== null && <FailedState error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <LoadingLines lines={8} />}
      {data?.events.length === 0 && <EmptyState icon={History} title={t('history.none')} />}
      {data !== undefined && (
        <ol className={styles.events} aria-label={t('bar.history')}>
          {data.events.map((event) => (
            <Row key={event.id} event={event} />
          ))}
        </ol>
      )}
      {data !== undefined && data.total > shownEvents && (
        <p className={styles.when}>
          {t('history.older', { count: data.total - shownEvents, shown: number(data.total - shownEvents) })}
        </p>
      )}
    </Dialog>
  )
}
