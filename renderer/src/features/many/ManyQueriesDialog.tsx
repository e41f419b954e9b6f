import { FileDown, FileUp, ListChecks } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../../electron/contract/calls.ts'
import { useActs } from '../../app/use-acts.ts'
import { searchFor, useWorkspaceStore } from '../../app/workspace.ts'
import { saveCsv } from '../../client/save-csv.ts'
import { useClient } from '../../client/use-client.ts'
import { useFormats } from '../../texts/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './ManyQueries.module.css'

type Answers = CallOutput<'search.batch'>

const answersOfQuery = 20
/** So much of the fingerprint is enough to tell two states apart by eye; the table and the statement have all of it. */
const shownFingerprint = 12

function AnswerTable({
  answers,
  onAsk,
}: {
  readonly answers: Answers
  readonly onAsk: (text: string) => void
}): ReactNode {
  const { t } = useTranslation()
  const { number, moment } = useFormats()
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('many.query')}</th>
            <th scope="col">{t('many.all')}</th>
            <th scope="col">{t('many.some')}</th>
            <th scope="col">{t('many.first')}</th>
          </tr>
        </thead>
        <tbody>
          {answers.rows.map((row) => (
            <tr key={row.id}>
              <td>
                <AriaButton className={styles.query ?? ''} onPress={() => onAsk(row.text)}>
                  <bdi>{row.text}</bdi>
                </AriaButton>
              </td>
              <td className={styles.count}>{number(row.total)}</td>
              <td className={styles.count}>{number(row.others)}</td>
              <td dir="auto">{row.hits[0]?.title}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.stated}>
        {t('many.stated', {
          when: moment(answers.at),
          fingerprint: answers.fingerprint.slice(0, shownFingerprint),
        })}
      </p>
    </>
  )
}

/** Asks many queries at once: typed one on a line, or out of a table; their answers can be saved as a table. */
export function ManyQueriesDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const client = useClient()
  const store = useWorkspaceStore()
  const { fail } = useActs()
  const chooser = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [isAsking, setIsAsking] = useState(false)
  const [answers, setAnswers] = useState<Answers | undefined>()
  const ask = async (queries: Parameters<typeof client.call<'search.batch'>>[1]['queries']): Promise<void> => {
    setIsAsking(true)
    try {
      setAnswers(await client.call('search.batch', { queries, limit: answersOfQuery }))
    } catch (error) {
      fail(error)
    } finally {
      setIsAsking(false)
    }
  }
  const lines = typed.split('\n').filter((line) => line.trim() !== '')
  const askTyped = (): void =>
    void ask(lines.slice(0, 1000).map((text, at) => ({ id: String(at + 1), text: text.trim() })))
  const askTable = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) await ask({ csv: await file.text() })
  }
  const footer = (
    <>
      {answers !== undefined && (
        <Button look="quiet" icon={FileDown} onPress={() => saveCsv('answers.csv', [answers.csv])}>
          {t('many.save')}
        </Button>
      )}
      <Button look="primary" icon={ListChecks} isDisabled={lines.length === 0 || isAsking} onPress={askTyped}>
        {t(isAsking ? 'many.running' : 'many.run')}
      </Button>
    </>
  )
  return (
    <Dialog title={t('many.title')} size="large" onClose={onClose} footer={footer}>
      <p className={styles.explained}>{t('many.explained')}</p>
      <label className={styles.field}>
        {t('many.queries')}
        <textarea
          className={styles.input}
          dir="auto"
          rows={5}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          spellCheck={false}
        />
      </label>
      <input
        ref={chooser}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        hidden
        onChange={(event) => void askTable(event.target.files?.[0])}
      />
      <Button size="small" look="quiet" icon={FileUp} onPress={() => chooser.current?.click()}>
        {t('many.choose')}
      </Button>
      {answers !== undefined && (
        <AnswerTable
          answers={answers}
          onAsk={(text) => {
            searchFor(store, text)
            onClose()
          }}
        />
      )}
    </Dialog>
  )
}
