import { Check, GitCompare, Unlink } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CallInput, CallOutput } from '../../../../electron/contract/calls.ts'
import { useActs } from '../../app/use-acts.ts'
import { openDocument, useWorkspaceStore } from '../../app/workspace.ts'
import { useCall } from '../../client/use-call.ts'
import { useFormats } from '../../texts/format.ts'
import { nameOfLanguage } from '../../texts/names.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { CompareDialog } from './CompareDialog.tsx'
import styles from './Editions.module.css'

type DocumentRecord = CallOutput<'documents.get'>
export type Related = CallOutput<'editions.of'>['relations'][number]
type Decision = CallInput<'editions.decide'>['relation']

interface RelatedRowProps {
  readonly record: DocumentRecord
  readonly related: Related
  readonly onCompare: () => void
}

function RelatedActs({ record, related, onCompare }: RelatedRowProps): ReactNode {
  const { t } = useTranslation()
  const { write } = useActs()
  const { document, relation, decided } = related
  const { title } = document
  const decide = (decision: Decision, done: string): void =>
    void write('editions.decide', { first: record.id, second: document.id, relation: decision }, done)
  const confirmed = relation === 'translation' ? 'translation' : 'edition'
  return (
    <span className={styles.acts}>
      {document.language === record.language && (
        <IconButton
          size="small"
          label={t('reader.editions.compareNamed', { title })}
          icon={GitCompare}
          onPress={onCompare}
        />
      )}
      {!decided && (
        <IconButton
          size="small"
          label={t('reader.editions.confirmNamed', { title })}
          icon={Check}
          onPress={() =>
            decide(confirmed, t('toasts.editionDecided', { relation: t(`reader.editions.relations.${confirmed}`) }))
          }
        />
      )}
      <IconButton
        size="small"
        label={t('reader.editions.denyNamed', { title })}
        icon={Unlink}
        onPress={() => decide('unrelated', t('toasts.editionDenied'))}
      />
    </span>
  )
}

function RelatedRow(props: RelatedRowProps): ReactNode {
  const { record, related } = props
  const { t } = useTranslation()
  const formats = useFormats()
  const store = useWorkspaceStore()
  const { document, relation, likeness, decided } = related
  const share = document.language === record.language ? 'sameWords' : 'sameFigures'
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <AriaButton className={styles.open ?? ''} onPress={() => openDocument(store, document.id)}>
          <bdi>{document.title}</bdi>
        </AriaButton>
        <p className={styles.facts}>
          <span>{t(`reader.editions.relations.${relation}`)}</span>
          <span>{nameOfLanguage(document.language, t)}</span>
          <span>{document.issued === '' ? t('facts.noDate') : formats.edtf(document.issued)}</span>
          <span>{t(`reader.editions.${share}`, { percent: formats.percent(likeness) })}</span>
        </p>
      </div>
      {decided && <Pill tone="accent">{t('reader.editions.confirmed')}</Pill>}
      <RelatedActs {...props} />
    </li>
  )
}

/** The documents that hold the same text: again, changed, or in another language. Nothing where there are none. */
export function EditionList({ record }: { readonly record: DocumentRecord }): ReactNode {
  const { t } = useTranslation()
  const { data, error } = useCall('editions.of', { id: record.id })
  const [compared, setCompared] = useState<Related | undefined>()
  if (error !== null) return <p role="alert">{t('reader.editions.failed')}</p>
  // While the answer is awaited nothing is shown: most documents have no other edition, and the text must not jump.
  if (data === undefined || data.relations.length === 0) return null
  return (
    <section className={styles.editions} aria-labelledby="other-editions">
      <h3 id="other-editions" className={styles.title}>
        {t('reader.editions.title')}
      </h3>
      <ul>
        {data.relations.map((related) => (
          <RelatedRow
            key={related.document.id}
            record={record}
            related={related}
            onCompare={() => setCompared(related)}
          />
        ))}
      </ul>
      {compared !== undefined && (
        <CompareDialog
          first={{ id: record.id, title: record.title, file: record.file.name }}
          second={compared.document}
          onClose={() => setCompared(undefined)}
        />
      )}
    </section>
  )
}
