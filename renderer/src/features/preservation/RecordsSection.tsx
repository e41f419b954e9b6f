import { Hammer } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActs } from '../../app/use-acts.ts'
import { useClient } from '../../client/use-client.ts'
import { useFormats } from '../../texts/format.ts'
import { Button } from '../../ui/Button.tsx'
import { useToasts } from '../../ui/toasts.ts'
import styles from './Preservation.module.css'
import { Section } from './Section.tsx'

interface RecordsSectionProps {
  readonly archiveKey: string
  /** The catalogue is damaged: this is what to do first. */
  readonly isUrgent?: boolean
}

/** Makes the catalogue again from the records that lie beside the originals. */
export function RecordsSection({ archiveKey: key, isUrgent = false }: RecordsSectionProps): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const client = useClient()
  const toasts = useToasts()
  const { fail } = useActs()
  const [isWorking, setWorking] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const rebuild = (): void => {
    if (isWorking) return
    setAsked(false)
    setWorking(true)
    client
      .call('archives.rebuild', { key })
      .then(({ unread, importing }) => {
        const isWhole = unread === 0 && importing === 0
        const figures = { unread: number(unread), importing: number(importing) }
        toasts.show({ tone: 'done', text: t(isWhole ? 'keeping.records.done' : 'keeping.records.partly', figures) })
      })
      .catch(fail)
      .finally(() => setWorking(false))
  }
  return (
    <Section title={t('keeping.records.title')} explained={t('keeping.records.explained')}>
      <div className={styles.acts}>
        <Button
          icon={Hammer}
          look={isUrgent ? 'primary' : 'outline'}
          onPress={isUrgent ? rebuild : () => setAsked(true)}
        >
          {t(isUrgent ? 'keeping.records.rebuild' : 'keeping.records.rebuildAsk')}
        </Button>
      </div>
      {isAsked && (
        <div className={styles.ask} role="group">
          <p>{t('keeping.records.ask')}</p>
          <div className={styles.acts}>
            <Button look="quiet" onPress={() => setAsked(false)} autoFocus>
              {t('common.cancel')}
            </Button>
            <Button look="danger" onPress={rebuild}>
              {t('keeping.records.rebuild')}
            </Button>
          </div>
        </div>
      )}
      {isWorking && <p role="status">{t('keeping.records.working')}</p>}
    </Section>
  )
}
