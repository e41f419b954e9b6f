import { CalendarClock, CircleCheck, CircleDashed, ListChecks } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../../electron/contract/calls.ts'
import { useCall } from '../../client/use-call.ts'
import { useFormats } from '../../texts/format.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckInput } from '../../ui/CheckInput.tsx'
import { EmptyState, FailedState, LoadingLines } from '../../ui/States.tsx'
import styles from './Agreements.module.css'
import { useAgreementTitle } from './RegisterTable.tsx'

type Commitment = CallOutput<'commitments.list'>['commitments'][number]
type Happening = CallOutput<'happenings.list'>['happenings'][number]

export interface Ways {
  readonly onOpenDocument: (id: string) => void
  readonly onOpenAgreement: (id: string) => void
}

const step = 50

/** The document that says something, and the agreement that it is about. */
function Sources({ item, ways }: { readonly item: Commitment | Happening; readonly ways: Ways }): ReactNode {
  const { agreement } = item
  const titleOf = useAgreementTitle()
  return (
    <p className={styles.sources}>
      <AriaButton className={styles.source ?? ''} onPress={() => ways.onOpenDocument(item.quote.document)}>
        <bdi>{item.title}</bdi>
      </AriaButton>
      {agreement !== undefined && (
        <AriaButton className={styles.source ?? ''} onPress={() => ways.onOpenAgreement(agreement.id)}>
          <bdi>{titleOf(agreement)}</bdi>
        </AriaButton>
      )}
    </p>
  )
}

function CommitmentLine({ commitment, ways }: { readonly commitment: Commitment; readonly ways: Ways }): ReactNode {
  const { t } = useTranslation()
  const { edtf } = useFormats()
  const { due, responsible, fulfilled, quote } = commitment
  const isKept = fulfilled !== undefined
  return (
    <li className={styles.quoted}>
      <span className={styles.when}>
        {due === '' ? t('register.noDue') : edtf(due)}
        {responsible !== '' && (
          <>
            <br />
            <bdi>{responsible}</bdi>
          </>
        )}
      </span>
      <div>
        <blockquote dir="auto">{quote.text}</blockquote>
        <Sources item={commitment} ways={ways} />
        <p className={styles.kept} data-kept={isKept || undefined}>
          {isKept ? <CircleCheck aria-hidden size={13} /> : <CircleDashed aria-hidden size={13} />}
          {isKept ? (
            <AriaButton className={styles.source ?? ''} onPress={() => ways.onOpenDocument(fulfilled.quote.document)}>
              {t(`register.happeningTypes.${fulfilled.type}`)}, {edtf(fulfilled.value)}: <bdi>{fulfilled.title}</bdi>
            </AriaButton>
          ) : (
            t('register.notKept')
          )}
        </p>
      </div>
    </li>
  )
}

/** The ledger of promises: what is due, of whom, and the later text that tells of its fulfilment. */
export function CommitmentList({ ways }: { readonly ways: Ways }): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const [open, setOpen] = useState(false)
  const [limit, setLimit] = useState(step)
  const input = { offset: 0, limit, ...(open && { open }) }
  const { data, error, refetch } = useCall('commitments.list', input, { keepPrevious: true })
  if (error !== null) return <FailedState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingLines lines={8} />
  return (
    <>
      <CheckInput isSelected={open} onChange={setOpen}>
        {t('register.onlyOpen')}
      </CheckInput>
      {data.total === 0 && <EmptyState icon={ListChecks} title={t('register.noPromises')} />}
      <ul aria-label={t('register.commitments')}>
        {data.commitments.map((commitment) => (
          <CommitmentLine
            key={`${commitment.quote.document} ${commitment.quote.page} ${commitment.quote.start}`}
            commitment={commitment}
            ways={ways}
          />
        ))}
      </ul>
      {data.total > data.commitments.length && (
        <Button onPress={() => setLimit(limit + step)}>
          {t('register.more', { shown: number(data.total - data.commitments.length) })}
        </Button>
      )}
    </>
  )
}

const yearOf = ({ value }: Happening): string => /\d{4}/.exec(value)?.[0] ?? ''

/** What the texts say to have happened, year by year, by the day of the event and not of the release. */
export function Timeline({ ways }: { readonly ways: Ways }): ReactNode {
  const { t } = useTranslation()
  const { edtf, number } = useFormats()
  const [limit, setLimit] = useState(step)
  const { data, error, refetch } = useCall('happenings.list', { offset: 0, limit }, { keepPrevious: true })
  if (error !== null) return <FailedState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingLines lines={8} />
  const years = new Map<string, Happening[]>()
  for (const happening of data.happenings) {
    const year = yearOf(happening)
    years.set(year, [...(years.get(year) ?? []), happening])
  }
  return (
    <>
      {data.total === 0 && <EmptyState icon={CalendarClock} title={t('register.noEvents')} />}
      {[...years].map(([year, happenings]) => (
        <section key={year} className={styles.section} aria-label={year}>
          <h3>{year}</h3>
          <ul>
            {happenings.map((happening) => (
              <li
                key={`${happening.quote.document} ${happening.quote.page} ${happening.quote.start}`}
                className={styles.quoted}
              >
                <span className={styles.when}>
                  {edtf(happening.value)}
                  <br />
                  {t(`register.happeningTypes.${happening.type}`)}
                </span>
                <div>
                  <blockquote dir="auto">{happening.quote.text}</blockquote>
                  <Sources item={happening} ways={ways} />
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {data.total > data.happenings.length && (
        <Button onPress={() => setLimit(limit + step)}>
          {t('register.more', { shown: number(data.total - data.happenings.length) })}
        </Button>
      )}
    </>
  )
}
