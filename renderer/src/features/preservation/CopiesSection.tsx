import { DatabaseBackup } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../../electron/contract/calls.ts'
import { useActs } from '../../app/use-acts.ts'
import { useCall } from '../../client/use-call.ts'
import { useClient } from '../../client/use-client.ts'
import { useFormats } from '../../texts/format.ts'
import { Button } from '../../ui/Button.tsx'
import { useToasts } from '../../ui/toasts.ts'
import styles from './Preservation.module.css'
import { Section } from './Section.tsx'

type Copy = CallOutput<'archives.copies'>['copies'][number]

interface AskProps {
  readonly copy: Copy
  readonly onCancel: () => void
  readonly onPut: () => void
}

/** Asks before a catalogue is exchanged for an older one. */
function Ask({ copy, onCancel, onPut }: AskProps): ReactNode {
  const { t } = useTranslation()
  const { moment } = useFormats()
  return (
    <div className={styles.ask} role="group">
      <p>{t('keeping.copies.ask', { moment: moment(copy.at) })}</p>
      <div className={styles.acts}>
        <Button look="quiet" onPress={onCancel} autoFocus>
          {t('common.cancel')}
        </Button>
        <Button look="danger" onPress={onPut}>
          {t('keeping.copies.putNow')}
        </Button>
      </div>
    </div>
  )
}

interface CopiesSectionProps {
  readonly archiveKey: string
  readonly canWrite: boolean
  readonly isOpen?: boolean
}

/** The copies of an archive's catalogue; each can be put in its place. */
export function CopiesSection({ archiveKey: key, canWrite, isOpen = false }: CopiesSectionProps): ReactNode {
  const { t } = useTranslation()
  const { moment, bytes } = useFormats()
  const client = useClient()
  const toasts = useToasts()
  const { fail } = useActs()
  const { data, refetch } = useCall('archives.copies', { key })
  const [asked, setAsked] = useState<string | undefined>()
  const backUp = (): void => {
    client
      .call('archive.backup', {})
      .then(({ path }) => {
        toasts.show({ tone: 'done', text: t('toasts.backedUp', { path }) })
        return refetch()
      })
      .catch(fail)
  }
  const put = (copy: string): void => {
    setAsked(undefined)
    client
      .call('archives.restore', { key, copy })
      .then(() => toasts.show({ tone: 'done', text: t('keeping.copies.done') }))
      .catch(fail)
  }
  return (
    <Section title={t('keeping.copies.title')} explained={t('keeping.copies.explained')}>
      {isOpen && canWrite && (
        <div className={styles.acts}>
          <Button icon={DatabaseBackup} onPress={backUp}>
            {t('keeping.copies.backUp')}
          </Button>
        </div>
      )}
      {data?.copies.length === 0 && <p className={styles.explained}>{t('keeping.copies.none')}</p>}
      <ul>
        {data?.copies.map((copy) => (
          <li key={copy.name}>
            <div className={styles.row}>
              <span className={styles.what}>
                {moment(copy.at)}
                <span className={styles.detail}>
                  <bdi>{copy.name}</bdi> · {bytes(copy.bytes)}
                </span>
              </span>
              {canWrite && (
                <Button size="small" look="quiet" onPress={() => setAsked(copy.name)}>
                  {t('keeping.copies.put')}
                </Button>
              )}
            </div>
            {asked === copy.name && (
              <Ask copy={copy} onCancel={() => setAsked(undefined)} onPut={() => put(copy.name)} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
