import { BookOpenText, FolderOpen, FolderPlus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../../electron/contract/calls.ts'
import { useActs } from '../../app/use-acts.ts'
import { asArchiveError } from '../../client/replies.ts'
import { useClient } from '../../client/use-client.ts'
import { useFormats } from '../../texts/format.ts'
import { Button } from '../../ui/Button.tsx'
import { TextInput } from '../../ui/Fields.tsx'
import { RepairDialog } from '../preservation/RepairDialog.tsx'
import { LanguageChoice } from '../settings/LanguageChoice.tsx'
import styles from './Welcome.module.css'

type Known = CallOutput<'archives.list'>['known'][number]

interface OpeningProps {
  readonly busy: boolean
  readonly open: (work: () => Promise<unknown>) => void
}

function NewArchive({ busy, open }: OpeningProps): ReactNode {
  const { t } = useTranslation()
  const client = useClient()
  const [title, setTitle] = useState('')
  return (
    <form
      className={styles.new}
      onSubmit={(event) => {
        event.preventDefault()
        if (title.trim() !== '') open(() => client.call('archives.create', { title: title.trim() }))
      }}
    >
      <TextInput
        label={t('welcome.newTitle')}
        value={title}
        onChange={setTitle}
        placeholder={t('welcome.newExample')}
      />
      <Button type="submit" icon={FolderPlus} isDisabled={busy || title.trim() === ''}>
        {t('welcome.new')}
      </Button>
    </form>
  )
}

interface KnownListProps {
  readonly known: readonly Known[]
  readonly busy: boolean
  readonly open: (archive: Known) => void
}

function KnownList({ known, busy, open }: KnownListProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  if (known.length === 0) return null
  return (
    <section className={styles.known} aria-label={t('welcome.known')}>
      <h2 className={styles.heading}>{t('welcome.known')}</h2>
      <ul>
        {known.map((archive) => {
          const { key, title, path, openedAt, exists } = archive
          return (
            <li key={key}>
              <AriaButton className={styles.archive ?? ''} isDisabled={busy || !exists} onPress={() => open(archive)}>
                <span className={styles.title} dir="auto">
                  {title}
                </span>
                <span className={styles.facts}>{exists ? formats.day(openedAt) : t('welcome.gone')}</span>
                <bdi className={styles.path}>{path}</bdi>
              </AriaButton>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

interface WelcomeProps {
  readonly known: readonly Known[]
  /** Where new archives are made. */
  readonly folder: string
}

/** What one sees when no archive is open: try the samples, make an archive, open one. */
export function Welcome({ known, folder }: WelcomeProps): ReactNode {
  const { t } = useTranslation()
  const client = useClient()
  const { fail } = useActs()
  const [busy, setBusy] = useState(false)
  const [damaged, setDamaged] = useState<Known | undefined>()
  const open = (work: () => Promise<unknown>): void => {
    setBusy(true)
    work()
      .catch(fail)
      .finally(() => setBusy(false))
  }
  const openKnown = (archive: Known): void =>
    open(() =>
      client.call('archives.open', { key: archive.key }).catch((error: unknown) => {
        const { code, details } = asArchiveError(error)
        // Nothing here mends an archive's card.
        if (code !== 'archive-damaged' || String(details['path']).endsWith('archive.json')) throw error
        setDamaged(archive)
      }),
    )
  return (
    <main className={styles.welcome}>
      <div className={styles.column}>
        <header className={styles.head}>
          <h1 className={styles.name}>Chancery</h1>
          <p className={styles.line}>{t('welcome.line')}</p>
        </header>
        <section className={styles.sample}>
          <div>
            <h2 className={styles.heading}>{t('welcome.sampleTitle')}</h2>
            <p className={styles.explained}>{t('welcome.sampleExplained')}</p>
          </div>
          <Button
            look="primary"
            size="large"
            icon={BookOpenText}
            isDisabled={busy}
            onPress={() => open(() => client.call('archives.openSample', {}))}
          >
            {t(busy ? 'welcome.opening' : 'welcome.sample')}
          </Button>
        </section>
        <NewArchive busy={busy} open={open} />
        <p className={styles.where}>
          {t('welcome.where')} <bdi>{folder}</bdi>
        </p>
        {client.abilities.browsesForArchives && (
          <Button icon={FolderOpen} isDisabled={busy} onPress={() => open(() => client.openArchive(false))}>
            {t('welcome.open')}
          </Button>
        )}
        <KnownList known={known} busy={busy} open={openKnown} />
        <LanguageChoice />
        {damaged !== undefined && <RepairDialog archive={damaged} onClose={() => setDamaged(undefined)} />}
      </div>
    </main>
  )
}
