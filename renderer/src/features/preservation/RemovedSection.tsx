import { ArchiveRestore } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActs } from '../../app/use-acts.ts'
import { useCall } from '../../client/use-call.ts'
import { useFormats } from '../../texts/format.ts'
import { Button } from '../../ui/Button.tsx'
import { FailedState } from '../../ui/States.tsx'
import styles from './Preservation.module.css'
import { Section } from './Section.tsx'

const shown = 100

/** Documents that were removed, with the reason; each can be taken back. */
export function RemovedSection({ canWrite }: { readonly canWrite: boolean }): ReactNode {
  const { t } = useTranslation()
  const { moment, number } = useFormats()
  const { write } = useActs()
  const list = useRef<HTMLDivElement>(null)
  const { data, error } = useCall('documents.removed', { offset: 0, limit: shown })
  const takeBack = (id: string, title: string): void => {
    // The button goes with the row: the focus stays in the dialog, where Escape is heard.
    list.current?.focus()
    void write('documents.takeBack', { ids: [id] }, t('keeping.removed.taken', { title }))
  }
  return (
    <Section title={t('keeping.removed.title')}>
      {error !== null && <FailedState error={error} />}
      {data?.total === 0 && <p className={styles.explained}>{t('keeping.removed.none')}</p>}
      <div ref={list} tabIndex={-1}>
        {data?.documents.map(({ id, title, name, reason, at }) => (
          <div key={id} className={styles.row}>
            <span className={styles.what}>
              <span dir="auto">{title}</span>
              <span className={styles.detail}>
                <bdi>{name}</bdi>
                {at !== undefined && ` · ${moment(at)}`}
                {reason !== '' && (
                  <>
                    {' · '}
                    <bdi>{reason}</bdi>
                  </>
                )}
              </span>
            </span>
            {canWrite && (
              <Button size="small" look="quiet" icon={ArchiveRestore} onPress={() => takeBack(id, title)}>
                {t('keeping.removed.takeBack')}
              </Button>
            )}
          </div>
        ))}
      </div>
      {data !== undefined && data.total > shown && (
        <p className={styles.detail}>{t('keeping.removed.more', { shown: number(data.total - shown) })}</p>
      )}
    </Section>
  )
}
