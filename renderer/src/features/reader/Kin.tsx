import { Archive, FileText, Link2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { openDocument, useWorkspaceStore } from '../../app/workspace.ts'
import { Pill } from '../../ui/Pill.tsx'
import styles from './Reader.module.css'
import type { DocumentRecord } from './ReaderPane.tsx'

const shown = 12

/** The container that a document came out of, what came out of it, and the address that it gives itself. */
export function Kin({ record }: { readonly record: DocumentRecord }): ReactNode {
  const { t } = useTranslation()
  const store = useWorkspaceStore()
  const { container, members, link } = record
  if (container === undefined && members.length === 0 && link === '') return null
  return (
    <section className={styles.kin} aria-label={t('reader.kin.title')}>
      {container !== undefined && (
        <p className={styles.kinLine}>
          <Archive size={14} aria-hidden /> {t('reader.kin.container')}
          <Pill onPress={() => openDocument(store, container.id)}>
            <bdi>{container.title}</bdi>
          </Pill>
        </p>
      )}
      {members.length > 0 && (
        <p className={styles.kinLine}>
          <FileText size={14} aria-hidden /> {t('reader.kin.members')}
          {members.slice(0, shown).map(({ id, title }) => (
            <Pill key={id} onPress={() => openDocument(store, id)}>
              <bdi>{title}</bdi>
            </Pill>
          ))}
          {members.length > shown && `+ ${members.length - shown}`}
        </p>
      )}
      {link !== '' && (
        <p className={styles.kinLine}>
          <Link2 size={14} aria-hidden /> {t('reader.kin.address')}
          {/* Shown and not followed: nothing here asks the network for anything. */}
          <bdi className={styles.address}>{link}</bdi>
        </p>
      )}
    </section>
  )
}
