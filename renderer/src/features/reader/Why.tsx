import { CircleHelp, UserCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../texts/format.ts'
import styles from './Reader.module.css'
import type { DocumentRecord } from './ReaderPane.tsx'

type Evidence = NonNullable<DocumentRecord['evidence']['title']>

interface WhyProps {
  readonly name: string
  readonly evidence: Evidence | undefined
}

/** Where a value comes from: the words, the page, the rule, or the person. */
export function Why({ name, evidence }: WhyProps): ReactNode {
  const { t } = useTranslation()
  const { percent, number } = useFormats()
  if (evidence === undefined) return null
  const Icon = evidence.source === 'person' ? UserCheck : CircleHelp
  return (
    <DialogTrigger>
      <Button className={styles.why ?? ''} aria-label={t('reader.why', { field: name })}>
        <Icon aria-hidden size={13} />
      </Button>
      <Popover className={styles.popover ?? ''} offset={4}>
        <Dialog className={styles.evidence ?? ''} aria-label={t('reader.why', { field: name })}>
          <p className={styles.source}>{t(`reader.sources.${evidence.source}`)}</p>
          {evidence.text !== undefined && evidence.text.trim() !== '' && (
            <blockquote className={styles.quote} dir="auto">
              {evidence.text}
            </blockquote>
          )}
          {evidence.source !== 'person' && (
            <p className={styles.rule}>
              {evidence.page !== undefined && `${t('reader.onPage', { page: number(evidence.page) })} · `}
              {t('reader.certainty', { percent: percent(evidence.confidence) })} ·{' '}
              <code dir="ltr">{evidence.rule}</code>
            </p>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
