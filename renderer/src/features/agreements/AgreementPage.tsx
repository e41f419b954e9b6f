import { ArrowLeft, Search } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../../electron/contract/calls.ts'
import { edtfBounds } from '../../../../electron/contract/edtf.ts'
import { openDocument, searchFor, useWorkspaceStore } from '../../app/workspace.ts'
import { useCall } from '../../client/use-call.ts'
import { useFormats } from '../../texts/format.ts'
import { Button } from '../../ui/Button.tsx'
import { TextInput } from '../../ui/Fields.tsx'
import { FailedState, LoadingLines } from '../../ui/States.tsx'
import { filterText } from '../search/query-text.ts'
import styles from './Agreements.module.css'
import { useAgreementTitle, usePartyNames } from './RegisterTable.tsx'

type Agreement = CallOutput<'agreements.get'>
type Quote = Agreement['links'][number]['quote']

interface QuotedProps {
  readonly quote: Quote
  readonly title: string
  readonly when: string
  readonly onOpen: (document: string) => void
}

/** The words of a document that say something, and the way to it. */
function Quoted({ quote, title, when, onOpen }: QuotedProps): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  return (
    <li className={styles.quoted}>
      <span className={styles.when}>{when}</span>
      <div>
        <blockquote dir="auto">{quote.text}</blockquote>
        <AriaButton className={styles.source ?? ''} onPress={() => onOpen(quote.document)}>
          <bdi>{title}</bdi>, {t('reader.onPage', { page: number(quote.page) })}
        </AriaButton>
      </div>
    </li>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className={styles.section} aria-label={title}>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </section>
  )
}

function Sections({
  agreement,
  onOpen,
}: {
  readonly agreement: Agreement
  readonly onOpen: (document: string) => void
}): ReactNode {
  const { t } = useTranslation()
  const { edtf } = useFormats()
  const day = (value: string): string => (value === '' ? t('facts.noDate') : edtf(value))
  const { links, happenings, commitments, clauses, gaps } = agreement
  const texts = links.filter(({ role }) => role === 'carries')
  const citing = links.filter(({ role }) => role === 'cites')
  const quoted = { onOpen }
  return (
    <>
      {gaps.length > 0 && (
        <Section title={t('register.gaps')}>
          {gaps.map(({ type, value, quote }) => (
            <li key={`${type} ${value} ${quote?.document ?? ''} ${quote?.start ?? ''}`} className={styles.quoted}>
              <span className={styles.when}>{value === '' ? '' : day(value)}</span>
              <div>
                <p>{t(`register.gapTypes.${type}`)}</p>
                {quote !== undefined && (
                  <AriaButton className={styles.source ?? ''} onPress={() => onOpen(quote.document)}>
                    <bdi>{quote.text.slice(0, 160)}</bdi>
                  </AriaButton>
                )}
              </div>
            </li>
          ))}
        </Section>
      )}
      {texts.length > 0 && (
        <Section title={t('register.texts')}>
          {texts.map(({ quote, title, issued }) => (
            <Quoted key={`${quote.document} ${quote.start}`} {...{ quote, title, when: day(issued) }} {...quoted} />
          ))}
        </Section>
      )}
      {clauses.length > 0 && (
        <Section title={t('register.clauses')}>
          {clauses.map(({ type, text }) => (
            <li key={type} className={styles.quoted}>
              <span className={styles.when}>{t(`register.clauseTypes.${type}`)}</span>
              <blockquote dir="auto">{text}</blockquote>
            </li>
          ))}
        </Section>
      )}
      {happenings.length > 0 && (
        <Section title={t('register.happenings')}>
          {happenings.map(({ quote, title, type, value }) => (
            <Quoted
              key={`${quote.document} ${quote.page} ${quote.start}`}
              {...{ quote, title, when: `${day(value)} · ${t(`register.happeningTypes.${type}`)}` }}
              {...quoted}
            />
          ))}
        </Section>
      )}
      {commitments.length > 0 && (
        <Section title={t('register.commitments')}>
          {commitments.map(({ quote, title, due }) => (
            <Quoted
              key={`${quote.document} ${quote.page} ${quote.start}`}
              {...{ quote, title, when: due === '' ? t('register.noDue') : day(due) }}
              {...quoted}
            />
          ))}
        </Section>
      )}
      {citing.length > 0 && (
        <Section title={t('register.citing')}>
          {citing.map(({ quote, title, issued }) => (
            <Quoted
              key={`${quote.document} ${quote.page} ${quote.start}`}
              {...{ quote, title, when: day(issued) }}
              {...quoted}
            />
          ))}
        </Section>
      )}
    </>
  )
}

interface AgreementPageProps {
  readonly id: string
  readonly onBack: () => void
  readonly onClose: () => void
}

/** Everything that the texts say of one agreement, each statement with its words. */
export function AgreementPage({ id, onBack, onClose }: AgreementPageProps): ReactNode {
  const { t } = useTranslation()
  const { edtf } = useFormats()
  const store = useWorkspaceStore()
  const titleOf = useAgreementTitle()
  const namesOf = usePartyNames()
  const [on, setOn] = useState('')
  const isDay = on !== '' && edtfBounds(on) !== undefined
  const { data, error, refetch } = useCall('agreements.get', { id, ...(isDay && { on }) }, { keepPrevious: true })
  const open = (document: string): void => {
    openDocument(store, document)
    onClose()
  }
  if (error !== null) return <FailedState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingLines lines={10} />
  const { title, parties, signed, place, status } = data
  const facts = [
    namesOf({ parties }).join(' · '),
    signed === '' ? '' : `${t('register.columns.signed')}: ${edtf(signed)}${place === '' ? '' : `, ${place}`}`,
    t(`register.statuses.${status}`),
  ]
  return (
    <article>
      <div className={styles.acts}>
        <Button size="small" look="quiet" icon={ArrowLeft} onPress={onBack}>
          {t('register.back')}
        </Button>
        <Button
          size="small"
          look="quiet"
          icon={Search}
          onPress={() => {
            searchFor(store, filterText({ field: 'agreement', value: title }))
            onClose()
          }}
        >
          {t('register.search')}
        </Button>
      </div>
      <h2 className={styles.title} dir="auto">
        {titleOf(data)}
      </h2>
      <p className={styles.facts}>{facts.filter((fact) => fact !== '').join(' — ')}</p>
      <div className={styles.asOf}>
        <TextInput label={t('register.asOf')} value={on} onChange={setOn} placeholder="2026-01-22" />
      </div>
      <Sections agreement={data} onOpen={open} />
    </article>
  )
}
