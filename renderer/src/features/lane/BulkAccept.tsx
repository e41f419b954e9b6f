import { ArrowLeft, CheckCheck } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActs } from '../../app/use-acts.ts'
import { useCall } from '../../client/use-call.ts'
import { useFormats } from '../../texts/format.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckInput } from '../../ui/CheckInput.tsx'
import { SelectInput } from '../../ui/Fields.tsx'
import { FailedState, LoadingLines } from '../../ui/States.tsx'
import styles from './Lane.module.css'

const steps = ['0.95', '0.9', '0.85', '0.8', '0.7', '0.6', '0'] as const

/** Accepts many documents at once, by how sure their proposals are and which rules made them. */
export function BulkAccept({ query, onBack }: { readonly query: string; readonly onBack: () => void }): ReactNode {
  const { t } = useTranslation()
  const { number, percent } = useFormats()
  const { write } = useActs()
  const [least, setLeast] = useState<(typeof steps)[number]>('0.7')
  const [except, setExcept] = useState<ReadonlySet<string>>(new Set())
  const input = { query, confidence: Number(least), except: [...except] }
  const { data, error, refetch } = useCall('cataloguing.preview', input, { keepPrevious: true })
  if (error !== null) return <FailedState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingLines lines={8} />
  const count = { count: data.ready, shown: number(data.ready), waiting: number(data.waiting) }
  const toggle = (rule: string, isSelected: boolean): void => {
    const next = new Set(except)
    if (isSelected) next.add(rule)
    else next.delete(rule)
    setExcept(next)
  }
  return (
    <div className={styles.bulk}>
      <p className={styles.explained}>{t('lane.bulk.explained')}</p>
      <SelectInput
        label={t('lane.bulk.confidence')}
        value={least}
        choices={steps.map((value) => ({
          value,
          label: value === '0' ? t('lane.bulk.any') : percent(Number(value)),
        }))}
        onChange={setLeast}
      />
      <section aria-label={t('lane.bulk.rules')}>
        <h3>{t('lane.bulk.rules')}</h3>
        <ul className={styles.rules}>
          {data.proposals.map(({ field, rule, documents, confidence }) => (
            <li key={`${field} ${rule}`}>
              <CheckInput isSelected={except.has(rule)} onChange={(isSelected) => toggle(rule, isSelected)}>
                <span>{t('lane.bulk.rule', { field: t(`fields.${field}`), rule })}</span>
                <span className={styles.origin}>
                  {number(documents)} · {t('lane.bulk.least', { percent: percent(confidence) })}
                </span>
              </CheckInput>
            </li>
          ))}
        </ul>
      </section>
      <div className={styles.acts}>
        <Button look="quiet" icon={ArrowLeft} onPress={onBack}>
          {t('lane.bulk.close')}
        </Button>
        <span className={styles.explained} role="status">
          {t('lane.bulk.ready', count)}
        </span>
        <Button
          look="primary"
          icon={CheckCheck}
          isDisabled={data.ready === 0}
          onPress={() => void write('cataloguing.acceptAll', input, t('lane.bulk.accepted', count))}
        >
          {t('lane.bulk.accept', count)}
        </Button>
      </div>
    </div>
  )
}
