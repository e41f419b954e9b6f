import { FileSpreadsheet, ShieldCheck } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../../electron/contract/calls.ts'
import { useActs } from '../../app/use-acts.ts'
import type { Client } from '../../client/client.ts'
import { saveCsv } from '../../client/save-csv.ts'
import { useCall } from '../../client/use-call.ts'
import { useClient } from '../../client/use-client.ts'
import { useFormats } from '../../texts/format.ts'
import { Button } from '../../ui/Button.tsx'
import { FailedState, LoadingLines } from '../../ui/States.tsx'
import styles from './Preservation.module.css'
import { Section } from './Section.tsx'

type Report = CallOutput<'archive.verify'>
type State = CallOutput<'archive.fixity'>

const linesAtOnce = 1000

async function reportOf(client: Client): Promise<string[]> {
  const parts: string[] = []
  for (let offset = 0; ; offset += linesAtOnce) {
    const { total, csv } = await client.call('archive.fixityReport', { offset, limit: linesAtOnce })
    parts.push(csv)
    if (offset + linesAtOnce >= total) return parts
  }
}

function Figures({ state }: { readonly state: State }): ReactNode {
  const { t } = useTranslation()
  const { number, day } = useFormats()
  const { originals, oldest, due, unsound } = state
  return (
    <dl className={styles.facts}>
      <dt>{t('keeping.fixity.originals')}</dt>
      <dd>{number(originals)}</dd>
      {oldest !== undefined && (
        <>
          <dt>{t('keeping.fixity.oldest')}</dt>
          <dd>{day(oldest)}</dd>
        </>
      )}
      <dt>{t('keeping.fixity.due')}</dt>
      <dd>{number(due)}</dd>
      <dt>{t('keeping.fixity.unsound')}</dt>
      <dd data-alarm={unsound > 0 || undefined}>{number(unsound)}</dd>
    </dl>
  )
}

function Unsound({ state }: { readonly state: State }): ReactNode {
  const { t } = useTranslation()
  const { moment } = useFormats()
  if (state.examples.length === 0) return null
  return (
    <>
      <ul>
        {state.examples.map(({ document, name, title, outcome, checkedAt }) => (
          <li key={document} className={styles.row}>
            <span className={styles.what}>
              <span dir="auto">{title}</span>
              <span className={styles.detail}>
                <bdi>{name}</bdi> · {moment(checkedAt)}
              </span>
            </span>
            <span className={styles.problem}>{t(`keeping.fixity.outcomes.${outcome}`)}</span>
          </li>
        ))}
      </ul>
      <p className={styles.explained}>{t('keeping.fixity.advice')}</p>
    </>
  )
}

function ReportOf({ report }: { readonly report: Report }): ReactNode {
  const { t } = useTranslation()
  const { number, bytes } = useFormats()
  const { valid, filesChecked, bytesChecked, eventsChecked, problems } = report
  const figures = { files: number(filesChecked), size: bytes(bytesChecked), events: number(eventsChecked) }
  return (
    <div className={styles.report} data-valid={valid} role="status">
      <p className={styles.verdict}>{t(valid ? 'keeping.fixity.sound' : 'keeping.fixity.notSound')}</p>
      <p>{t('keeping.fixity.checked', figures)}</p>
      {problems.map(({ code, subject, message }) => (
        <p key={`${code} ${subject}`} className={styles.problem}>
          <bdi>{subject}</bdi>: {message}
        </p>
      ))}
    </div>
  )
}

/** Whether the originals are as they were imported, when that was last looked at, and what is wrong. */
export function FixitySection(): ReactNode {
  const { t } = useTranslation()
  const client = useClient()
  const { fail } = useActs()
  const { data, error } = useCall('archive.fixity', {})
  const [report, setReport] = useState<Report | 'checking' | undefined>()
  const check = (): void => {
    if (report === 'checking') return
    setReport('checking')
    client
      .call('archive.verify', {})
      .then(setReport)
      .catch((failure: unknown) => {
        setReport(undefined)
        fail(failure)
      })
  }
  const save = (): void => {
    reportOf(client)
      .then((parts) => saveCsv(`fixity-${new Date().toISOString().slice(0, 10)}.csv`, parts))
      .catch(fail)
  }
  return (
    <Section
      title={t('keeping.fixity.title')}
      {...(data !== undefined && { explained: t('keeping.fixity.explained', { days: data.everyDays }) })}
    >
      {error !== null && <FailedState error={error} />}
      {data !== undefined && <Figures state={data} />}
      {data !== undefined && <Unsound state={data} />}
      <div className={styles.acts}>
        <Button icon={ShieldCheck} onPress={check}>
          {t('keeping.fixity.check')}
        </Button>
        <Button look="quiet" icon={FileSpreadsheet} onPress={save}>
          {t('keeping.fixity.report')}
        </Button>
      </div>
      {report === 'checking' && <LoadingLines lines={2} />}
      {report !== undefined && report !== 'checking' && <ReportOf report={report} />}
    </Section>
  )
}
