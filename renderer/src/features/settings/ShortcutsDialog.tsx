import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './AboutDialog.module.css'

const isMac = navigator.userAgent.includes('Mac')
const command = isMac ? '⌘' : 'Ctrl+'

const keys = [
  { key: '/', act: 'find' },
  { key: `${command}F`, act: 'find' },
  { key: '↑ ↓', act: 'move' },
  { key: '↵', act: 'read' },
  { key: 'F3', act: 'next' },
  { key: '⇧ F3', act: 'previous' },
  { key: `${command}A`, act: 'all' },
  { key: `${command}I`, act: 'import' },
  { key: `${command}E`, act: 'export' },
  { key: `${command}Z`, act: 'undo' },
  { key: 'Esc', act: 'close' },
  { key: '?', act: 'help' },
] as const

/** The keys of the program, and the query language in brief. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const examples = ['words', 'phrase', 'prefix', 'or', 'not', 'tag', 'kind', 'lang', 'issued', 'title', 'file'] as const
  return (
    <Dialog title={t('bar.shortcuts')} onClose={onClose}>
      <div className={styles.keys}>
        {keys.map(({ key, act }) => [
          <kbd key={key} className={styles.key}>
            {key}
          </kbd>,
          <span key={`${key}-act`}>{t(`shortcuts.${act}`)}</span>,
        ])}
      </div>
      <h3>{t('queryHelp.heading')}</h3>
      <div className={styles.keys}>
        {examples.map((name) => [
          <code key={name} className={styles.key} dir="ltr">
            {t(`queryHelp.${name}.example`)}
          </code>,
          <span key={`${name}-meaning`}>{t(`queryHelp.${name}.meaning`)}</span>,
        ])}
      </div>
    </Dialog>
  )
}
