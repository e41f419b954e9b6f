import { EyeOff, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActs } from '../../app/use-acts.ts'
import { useCall } from '../../client/use-call.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextInput } from '../../ui/Fields.tsx'
import { EmptyState, FailedState, LoadingLines } from '../../ui/States.tsx'
import styles from './Access.module.css'

/** The words that no package for anyone may hold. */
export function RedactionsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const { write } = useActs()
  const { data, error, refetch } = useCall('redactions.list', {})
  const [words, setWords] = useState('')
  const [reason, setReason] = useState('')
  // The button stays as it is with nothing to mark: one that is disabled loses the focus, and Escape is no longer heard.
  const add = async (): Promise<void> => {
    if (words.trim().length < 2) return
    if (!(await write('redactions.add', { words: words.trim(), reason: reason.trim() }, t('access.redactions.added'))))
      return
    setWords('')
    setReason('')
  }
  return (
    <Dialog title={t('access.redactions.title')} onClose={onClose}>
      <p className={styles.explained}>{t('access.redactions.explained')}</p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <TextInput
          label={t('access.redactions.words')}
          value={words}
          onChange={setWords}
          hint={t('access.redactions.wordsHint')}
          autoFocus
        />
        <TextInput label={t('access.redactions.reason')} value={reason} onChange={setReason} />
        <Button look="primary" type="submit">
          {t('access.redactions.add')}
        </Button>
      </form>
      {error !== null && <FailedState error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <LoadingLines lines={3} />}
      {data?.redactions.length === 0 && <EmptyState icon={EyeOff} title={t('access.redactions.none')} />}
      <ul className={styles.marks}>
        {data?.redactions.map(({ id, words: marked, reason: why }) => (
          <li key={id} className={styles.mark}>
            <span className={styles.words}>
              <bdi>{marked}</bdi>
              <span className={styles.why} dir="auto">
                {why}
              </span>
            </span>
            <IconButton
              label={t('access.redactions.remove', { words: marked })}
              icon={Trash2}
              size="small"
              onPress={() => void write('redactions.remove', { id }, t('access.redactions.removed'))}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
