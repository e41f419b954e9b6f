import { Ellipsis, FileOutput, FolderPlus, Lock, Maximize2, Minimize2, Quote, Save, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActs } from '../../app/use-acts.ts'
import { openDialog, useWorkspace, useWorkspaceStore } from '../../app/workspace.ts'
import { useClient } from '../../client/use-client.ts'
import { useFormats } from '../../texts/format.ts'
import { IconButton } from '../../ui/Button.tsx'
import { MenuButton, type MenuAct } from '../../ui/MenuButton.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { useToasts } from '../../ui/toasts.ts'
import { TagField } from '../tags/TagField.tsx'
import { EditionList } from '../editions/EditionList.tsx'
import { EditableText } from './EditableText.tsx'
import { FactGrid } from './FactGrid.tsx'
import { Kin } from './Kin.tsx'
import styles from './Reader.module.css'
import type { DocumentRecord } from './ReaderPane.tsx'
import { useCite } from './use-cite.ts'
import { useDescribe } from './use-describe.ts'

interface RecordProps {
  readonly record: DocumentRecord
}

function DocumentTags({ record }: RecordProps): ReactNode {
  const { t } = useTranslation()
  const { write } = useActs()
  const selection = { ids: [record.id] }
  const add = (tags: string): void =>
    void write('tags.assign', { selection, add: [tags], remove: [] }, t('toasts.tagged', { count: 1, tags }))
  const take = (tags: string): void =>
    void write('tags.assign', { selection, add: [], remove: [tags] }, t('toasts.untagged', { count: 1, tags }))
  return (
    <section className={styles.tags} aria-label={t('reader.tags')}>
      {record.tags.map((tag) => (
        <Pill key={tag} tone="accent" removeLabel={t('tags.take', { tag })} onRemove={() => take(tag)}>
          <bdi>{tag}</bdi>
        </Pill>
      ))}
      <TagField label={t('reader.addTag')} look="quiet" except={record.tags} onChoose={add} />
    </section>
  )
}

function DocumentMenu({ record }: RecordProps): ReactNode {
  const { t } = useTranslation()
  const client = useClient()
  const store = useWorkspaceStore()
  const toasts = useToasts()
  const { fail } = useActs()
  const selection = { ids: [record.id] }
  const save = (): void => {
    client
      .saveOriginal(record.file.id, record.file.name)
      .then((saved) => {
        if (saved !== undefined) toasts.show({ tone: 'done', text: t('reader.saved', { path: saved.path }) })
      })
      .catch(fail)
  }
  const cite = useCite(record)
  const acts: MenuAct[] = [
    { id: 'cite', label: t('copy.citation'), icon: Quote, perform: cite },
    {
      id: 'collection',
      label: t('collections.put'),
      icon: FolderPlus,
      perform: () => openDialog(store, { type: 'put-in-collection', selection, count: 1 }),
    },
    { id: 'save', label: t('reader.save'), icon: Save, perform: save },
    {
      id: 'export',
      label: t('reader.export'),
      icon: FileOutput,
      perform: () => openDialog(store, { type: 'export', selection, title: record.title }),
    },
    {
      id: 'restrict',
      label: t('access.restrict'),
      icon: Lock,
      perform: () =>
        openDialog(store, {
          ...{ type: 'restrict', selection, count: 1 },
          ...(record.access !== undefined && { access: record.access }),
        }),
    },
    {
      id: 'remove',
      label: t('batch.remove'),
      icon: Trash2,
      tone: 'danger',
      perform: () => openDialog(store, { type: 'remove', selection, count: 1 }),
    },
  ]
  return <MenuButton label={t('reader.menu')} icon={Ellipsis} acts={acts} />
}

/** The line below the title, what the text says of its own release, and whether somebody has gone through it. */
function Outline({ record }: RecordProps): ReactNode {
  const { t } = useTranslation()
  const { edtf } = useFormats()
  const { subtitle, notes } = record.outline
  const { access } = record
  if (subtitle === '' && notes.length === 0 && !record.catalogued && access === undefined) return null
  return (
    <div className={styles.outline}>
      {subtitle !== '' && <p dir="auto">{subtitle}</p>}
      {notes.map(({ type, until }) => (
        <Pill key={type} tone="warning">
          {t(`reader.notes.${type}`)}
          {until !== undefined && ` · ${edtf(until)}`}
        </Pill>
      ))}
      {access !== undefined && (
        <Pill tone="warning">
          {t('access.pill', { reason: access.reason })}
          {access.review !== '' && ` · ${t('access.until', { date: edtf(access.review) })}`}
        </Pill>
      )}
      {record.catalogued && <Pill>{t('reader.catalogued')}</Pill>}
    </div>
  )
}

/** Title, facts and tags of the open document, each changed where it stands. */
export function ReaderHead({ record }: RecordProps): ReactNode {
  const { t } = useTranslation()
  const store = useWorkspaceStore()
  const reading = useWorkspace((workspace) => workspace.reading)
  const describe = useDescribe(record.id)
  return (
    <header className={styles.head}>
      <div className={styles.titleLine}>
        <EditableText name={t('fields.title')} value={record.title} onSave={(title) => describe({ title })} isRequired>
          <h2 className={styles.title} dir="auto">
            {record.title}
          </h2>
        </EditableText>
        <span className={styles.acts}>
          <IconButton
            label={t(reading ? 'reader.narrow' : 'reader.widen')}
            icon={reading ? Minimize2 : Maximize2}
            onPress={() => store.update((workspace) => ({ ...workspace, reading: !reading }))}
          />
          <DocumentMenu record={record} />
        </span>
      </div>
      <Outline record={record} />
      <FactGrid record={record} />
      <DocumentTags record={record} />
      <Kin record={record} />
      <EditionList record={record} />
    </header>
  )
}
