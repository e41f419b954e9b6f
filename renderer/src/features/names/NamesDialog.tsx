import { Users } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../../electron/contract/calls.ts'
import { nameTypes } from '../../../../electron/contract/vocabulary.ts'
import { useCall } from '../../client/use-call.ts'
import { useFormats } from '../../texts/format.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { SelectInput, TextInput } from '../../ui/Fields.tsx'
import { EmptyState, FailedState, LoadingLines } from '../../ui/States.tsx'
import { NamePage } from './NamePage.tsx'
import styles from './Names.module.css'

type NameRecord = CallOutput<'names.list'>['names'][number]
const choices = ['all', ...nameTypes] as const
const shownNames = 100

function NameRow({ name, onOpen }: { readonly name: NameRecord; readonly onOpen: () => void }): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { preferred, variants, type, country, documents } = name
  return (
    <tr>
      <td dir="auto">
        <AriaButton className={styles.open ?? ''} onPress={onOpen}>
          <bdi>{preferred}</bdi>
        </AriaButton>
        {variants.length > 0 && <span className={styles.soft}> · {variants.map((each) => each.name).join(' · ')}</span>}
      </td>
      <td className={styles.soft}>{t(`names.types.${type}`)}</td>
      <td className={styles.soft}>{country}</td>
      <td className={styles.count}>{t('names.documents', { count: documents, shown: number(documents) })}</td>
    </tr>
  )
}

/** The authority file: everybody and everything that the texts name, and the page of each. */
export function NamesDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const [shown, setShown] = useState<string | undefined>()
  const [type, setType] = useState<(typeof choices)[number]>('all')
  const [text, setText] = useState('')
  const input = { text, offset: 0, limit: shownNames, ...(type !== 'all' && { type }) }
  const { data, error, refetch } = useCall('names.list', input, { keepPrevious: true })
  return (
    <Dialog title={t('names.title')} size="large" onClose={onClose}>
      {shown !== undefined ? (
        <NamePage id={shown} onBack={() => setShown(undefined)} onOpen={setShown} onClose={onClose} />
      ) : (
        <>
          <p className={styles.soft}>{t('names.explained')}</p>
          <div className={styles.tools}>
            <TextInput label={t('names.find')} value={text} onChange={setText} autoFocus />
            <SelectInput
              label={t('fields.kind')}
              value={type}
              choices={choices.map((value) => ({ value, label: t(`names.types.${value}`) }))}
              onChange={setType}
            />
          </div>
          {error !== null && <FailedState error={error} onRetry={() => void refetch()} />}
          {error === null && data === undefined && <LoadingLines lines={8} />}
          {data?.names.length === 0 && <EmptyState icon={Users} title={t('names.none')} />}
          {data !== undefined && data.names.length > 0 && (
            <>
              <table className={styles.table} aria-label={t('names.title')}>
                <tbody>
                  {data.names.map((name) => (
                    <NameRow key={name.id} name={name} onOpen={() => setShown(name.id)} />
                  ))}
                </tbody>
              </table>
              <p className={styles.soft}>
                {t('names.shown', { shown: number(data.names.length), total: number(data.total) })}
              </p>
            </>
          )}
        </>
      )}
    </Dialog>
  )
}
