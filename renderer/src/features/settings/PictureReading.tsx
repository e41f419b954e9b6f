import { ScanText, Square } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../../electron/contract/calls.ts'
import { useActs } from '../../app/use-acts.ts'
import { useCall } from '../../client/use-call.ts'
import { useClient } from '../../client/use-client.ts'
import { useFormats } from '../../texts/format.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './PictureReading.module.css'

type Status = CallOutput<'ocr.status'>

/** The names of the languages, which tesseract calls by their codes of three letters. */
const shortCodes: Readonly<Record<string, string>> = { eng: 'en', fra: 'fr', ara: 'ar' }

function Facts({ status }: { readonly status: Status }): ReactNode {
  const { t } = useTranslation()
  const { locale, number, languageName } = useFormats()
  const { available, version = '', waiting, unreadable, failure } = status
  const names = status.languages.map((code) => languageName(shortCodes[code] ?? code))
  const languages = new Intl.ListFormat(locale).format(names)
  return (
    <p className={styles.facts} role="status">
      {available ? t('settings.ocr.available', { version, languages }) : t('settings.ocr.missing')}{' '}
      {t('settings.ocr.waiting', { count: waiting, shown: number(waiting) })}{' '}
      {unreadable > 0 && t('settings.ocr.unreadable', { count: unreadable, shown: number(unreadable) })}{' '}
      {failure !== undefined && t('settings.ocr.failed', { reason: failure })}
    </p>
  )
}

function Acts({ status }: { readonly status: Status }): ReactNode {
  const { t } = useTranslation()
  const client = useClient()
  const { fail } = useActs()
  const { isBusy, isOn, waiting, unreadable, failure } = status
  const goesOn = isBusy || (isOn && failure === undefined)
  return (
    <div className={styles.acts}>
      {goesOn ? (
        <Button size="small" icon={Square} onPress={() => void client.call('ocr.stop', {}).catch(fail)}>
          {t('settings.ocr.stop')}
        </Button>
      ) : (
        <Button
          size="small"
          icon={ScanText}
          isDisabled={waiting === 0}
          onPress={() => void client.call('ocr.start', {}).catch(fail)}
        >
          {t('settings.ocr.start')}
        </Button>
      )}
      {unreadable > 0 && !isBusy && (
        <Button size="small" look="quiet" onPress={() => void client.call('ocr.start', { again: true }).catch(fail)}>
          {t('settings.ocr.again')}
        </Button>
      )}
    </div>
  )
}

/** Whether this computer can read pictures of pages, how many wait, and the switch for it. Nothing where no archive is open. */
export function PictureReading(): ReactNode {
  const { t } = useTranslation()
  const { data, error } = useCall('ocr.status', {})
  if (data === undefined || error !== null) return null
  return (
    <section className={styles.area} aria-label={t('settings.ocr.title')}>
      <h3 className={styles.title}>{t('settings.ocr.title')}</h3>
      <Facts status={data} />
      {data.available && <Acts status={data} />}
    </section>
  )
}
