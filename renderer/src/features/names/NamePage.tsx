import { ArrowLeft, Merge, Search, Split } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../../electron/contract/calls.ts'
import { useActs } from '../../app/use-acts.ts'
import { openDocument, searchFor, useWorkspaceStore } from '../../app/workspace.ts'
import { useCall } from '../../client/use-call.ts'
import { useFormats } from '../../texts/format.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { FailedState, LoadingLines } from '../../ui/States.tsx'
import { EditableText } from '../reader/EditableText.tsx'
import { filterText, type Filter } from '../search/query-text.ts'
import styles from './Names.module.css'

type NameWithMentions = CallOutput<'names.get'>

const fields: Readonly<Record<NameWithMentions['type'], Filter['field']>> = {
  ...{ person: 'person', organisation: 'org', place: 'place', country: 'country' },
}

function Values({ name }: { readonly name: NameWithMentions }): ReactNode {
  const { t } = useTranslation()
  const { write } = useActs()
  const save = (changes: { preferred?: string; country?: string; note?: string }): Promise<boolean> =>
    write('names.change', { id: name.id, changes }, t('names.changed'))
  const value = (field: 'country' | 'note', check?: (text: string) => string | undefined): ReactNode => (
    <>
      <dt>{t(`names.${field}`)}</dt>
      <dd>
        <EditableText
          name={t(`names.${field}`)}
          value={name[field]}
          onSave={(text) => save({ [field]: text })}
          {...(check !== undefined && { check })}
        >
          <bdi className={name[field] === '' ? styles.soft : undefined}>{name[field] || t('reader.unknown')}</bdi>
        </EditableText>
      </dd>
    </>
  )
  return (
    <>
      <EditableText
        name={t('names.preferred')}
        value={name.preferred}
        onSave={(preferred) => save({ preferred })}
        isRequired
      >
        <h2 className={styles.title} dir="auto">
          {name.preferred}
        </h2>
      </EditableText>
      <dl className={styles.values}>
        <dt>{t('fields.kind')}</dt>
        <dd>{t(`names.types.${name.type}`)}</dd>
        {value('country', (text) => (/^(?:[A-Z]{2})?$/.test(text) ? undefined : t('names.country')))}
        {value('note')}
      </dl>
    </>
  )
}

/** Other names of the record, and records that may be the same. */
function Kin({ name, onOpen }: { readonly name: NameWithMentions; readonly onOpen: (id: string) => void }): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { write } = useActs()
  return (
    <>
      {name.variants.length > 0 && (
        <section aria-label={t('names.variants')}>
          <h3>{t('names.variants')}</h3>
          <ul>
            {name.variants.map((variant) => (
              <li key={variant.id} className={styles.kin}>
                <bdi>{variant.name}</bdi>
                <IconButton
                  label={t('names.split', { name: variant.name })}
                  icon={Split}
                  size="small"
                  onPress={() =>
                    void write('names.split', { id: variant.id }, t('names.parted', { name: variant.name }))
                  }
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {name.proposals.length > 0 && (
        <section aria-label={t('names.proposals')}>
          <h3>{t('names.proposals')}</h3>
          <ul>
            {name.proposals.map((other) => (
              <li key={other.id} className={styles.kin}>
                <AriaButton className={styles.open ?? ''} onPress={() => onOpen(other.id)}>
                  <bdi>{other.name}</bdi>
                </AriaButton>
                <span className={styles.soft}>
                  {t(`names.likeness.${other.likeness}`)} ·{' '}
                  {t('names.documents', { count: other.documents, shown: number(other.documents) })}
                </span>
                <IconButton
                  label={t('names.merge', { name: other.name })}
                  icon={Merge}
                  size="small"
                  onPress={() =>
                    void write('names.merge', { id: other.id, into: name.id }, t('names.merged', { name: other.name }))
                  }
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

interface NamePageProps {
  readonly id: string
  readonly onBack: () => void
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
}

/** One authority record: what it is called, what may be the same, and every document that names it. */
export function NamePage({ id, onBack, onOpen, onClose }: NamePageProps): ReactNode {
  const { t } = useTranslation()
  const { edtf } = useFormats()
  const store = useWorkspaceStore()
  const { data, error, refetch } = useCall('names.get', { id }, { keepPrevious: true })
  if (error !== null) return <FailedState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingLines lines={10} />
  return (
    <article className={styles.page}>
      <div className={styles.acts}>
        <Button size="small" look="quiet" icon={ArrowLeft} onPress={onBack}>
          {t('names.back')}
        </Button>
        <Button
          size="small"
          look="quiet"
          icon={Search}
          onPress={() => {
            searchFor(store, filterText({ field: fields[data.type], value: data.preferred }))
            onClose()
          }}
        >
          {t('names.search')}
        </Button>
      </div>
      <Values name={data} />
      <Kin name={data} onOpen={onOpen} />
      <section aria-label={t('names.mentioned')}>
        <h3>{t('names.mentioned')}</h3>
        <ul>
          {data.mentionedIn.map(({ document, title, issued }) => (
            <li key={document} className={styles.kin}>
              <AriaButton
                className={styles.open ?? ''}
                onPress={() => {
                  openDocument(store, document)
                  onClose()
                }}
              >
                <bdi>{title}</bdi>
              </AriaButton>
              <span className={styles.soft}>{issued === '' ? t('facts.noDate') : edtf(issued)}</span>
            </li>
          ))}
        </ul>
      </section>
    </article>
  )
}
