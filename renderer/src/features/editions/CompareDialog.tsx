import { Minus, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../../electron/contract/calls.ts'
import { useCall } from '../../client/use-call.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { FailedState, LoadingLines } from '../../ui/States.tsx'
import styles from './Editions.module.css'

/** A name within a sentence of another direction keeps its own (U+2068 and U+2069). */
const isolated = (name: string): string => `\u2068${name}\u2069`

type Line = CallOutput<'editions.compare'>['lines'][number]

interface Compared {
  readonly id: string
  readonly title: string
  /** Where its file lay when it was imported. */
  readonly file: string
}

interface CompareDialogProps {
  readonly first: Compared
  readonly second: Compared
  readonly onClose: () => void
}

const signs = { removed: Minus, added: Plus, same: undefined } as const
const tags = { removed: 'del', added: 'ins', same: 'span' } as const

/** A line with a sign before it, so that nobody has to tell colours apart; `del` and `ins` are read out. */
function ComparedLine({ line, name }: { readonly line: Line; readonly name: string | undefined }): ReactNode {
  const Sign = signs[line.kind]
  const Tag = tags[line.kind]
  return (
    <li className={styles.line} data-kind={line.kind}>
      <span className={styles.sign} {...(name !== undefined && { role: 'img', 'aria-label': name })}>
        {Sign !== undefined && <Sign aria-hidden size={14} />}
      </span>
      <Tag className={styles.words} dir="auto">
        {line.text}
      </Tag>
    </li>
  )
}

const fileNameOf = ({ file }: Compared): string =>
  file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)

/** The sentences in which two texts differ, in reading order. */
export function CompareDialog({ first, second, onClose }: CompareDialogProps): ReactNode {
  const { t } = useTranslation()
  const { data, error, refetch } = useCall('editions.compare', { first: first.id, second: second.id })
  // Editions often have one title: then their files tell them apart.
  const nameOf = first.title === second.title ? fileNameOf : (document: Compared): string => document.title
  const names = {
    removed: t('reader.editions.removed', { title: isolated(nameOf(first)) }),
    added: t('reader.editions.added', { title: isolated(nameOf(second)) }),
    same: undefined,
  }
  return (
    <Dialog title={t('reader.editions.comparing')} size="large" onClose={onClose}>
      <ul className={styles.legend}>
        <li data-kind="removed">
          <Minus aria-hidden size={14} /> <span dir="auto">{names.removed}</span>
        </li>
        <li data-kind="added">
          <Plus aria-hidden size={14} /> <span dir="auto">{names.added}</span>
        </li>
      </ul>
      {error !== null && <FailedState error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <LoadingLines lines={8} />}
      {data?.truncated === true && <p className={styles.note}>{t('reader.editions.truncated')}</p>}
      {data?.lines.length === 0 && <p>{t('reader.editions.none')}</p>}
      {data !== undefined && data.lines.length > 0 && (
        <ol className={styles.lines} aria-label={t('reader.editions.lines')}>
          {data.lines.map((line, index) => (
            <ComparedLine key={index} line={line} name={names[line.kind]} />
          ))}
        </ol>
      )}
    </Dialog>
  )
}
