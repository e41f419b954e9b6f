import { KeyRound, RotateCw } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../../electron/contract/calls.ts'
import { useCall } from '../../client/use-call.ts'
import { useFormats } from '../../texts/format.ts'
import { sentenceOfRefusal } from '../../texts/sentences.ts'
import { Button } from '../../ui/Button.tsx'
import { TextInput } from '../../ui/Fields.tsx'
import { FailedState, LoadingLines } from '../../ui/States.tsx'
import styles from './Importing.module.css'
import { useImportActs } from './use-import-acts.ts'

type File = CallOutput<'imports.files'>['files'][number]
type Reason = NonNullable<File['reason']>

const shownFiles = 500

function Unlock({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation()
  const { retry } = useImportActs()
  const [password, setPassword] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        retry(id, ['encrypted'], password)
      }}
    >
      <div className={styles.unlock}>
        <TextInput label={t('importing.password')} value={password} onChange={setPassword} isSecret />
        <Button size="small" icon={KeyRound} type="submit" isDisabled={password === ''}>
          {t('importing.unlock')}
        </Button>
      </div>
    </form>
  )
}

function ReasonGroup(props: {
  readonly id: string
  readonly reason: Reason
  readonly files: readonly File[]
}): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { retry } = useImportActs()
  const { id, reason, files } = props
  return (
    <section className={styles.group}>
      <header className={styles.head}>
        <h4 className={styles.why}>
          {sentenceOfRefusal(reason, t)} <span className={styles.figures}>{number(files.length)}</span>
        </h4>
        {reason !== 'encrypted' && (
          <Button size="small" icon={RotateCw} onPress={() => retry(id, [reason])}>
            {t('importing.retry')}
          </Button>
        )}
      </header>
      {reason === 'encrypted' && <Unlock id={id} />}
      <ul className={styles.refused}>
        {files.map(({ path, detail }, place) => (
          <li key={`${place} ${path}`} className={styles.file}>
            <bdi className={styles.path}>{path}</bdi>
            <span className={styles.reason} lang="en" dir="auto">
              {detail}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The files that an import did not take in, by reason, each reason with what can be done about it. */
export function UntakenFiles({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { data, error } = useCall('imports.files', { id, states: ['refused', 'failed'], offset: 0, limit: shownFiles })
  if (error !== null) return <FailedState error={error} />
  if (data === undefined) return <LoadingLines lines={2} />
  const groups = Map.groupBy(data.files, (file) => file.reason ?? 'unreadable')
  const more = data.total - data.files.length
  return (
    <section className={styles.groups} aria-label={t('importing.refusedList')}>
      {[...groups].map(([reason, files]) => (
        <ReasonGroup key={reason} id={id} reason={reason} files={files} />
      ))}
      {more > 0 && <p>{t('importing.more', { count: more, shown: number(more) })}</p>}
    </section>
  )
}
