import { Pencil, Plus, RotateCcw, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../../electron/contract/calls.ts'
import { useActs } from '../../app/use-acts.ts'
import { useCall } from '../../client/use-call.ts'
import { useFormats } from '../../texts/format.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextInput } from '../../ui/Fields.tsx'
import { FailedState, LoadingLines } from '../../ui/States.tsx'
import { ConceptForm } from './ConceptForm.tsx'
import styles from './Thesaurus.module.css'

export type Concept = CallOutput<'thesaurus.list'>['concepts'][number]

const languages = ['en', 'fr', 'ar'] as const
const shownConcepts = 60

const allTerms = ({ terms }: Concept): string[] => languages.flatMap((language) => terms[language])
const labelOf = (concept: Concept): string => allTerms(concept)[0] ?? concept.id
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()

function ConceptRow({ concept, onEdit }: { readonly concept: Concept; readonly onEdit: () => void }): ReactNode {
  const { t } = useTranslation()
  const { write } = useActs()
  const name = labelOf(concept)
  const { id, terms, source } = concept
  return (
    <li className={styles.concept}>
      <div className={styles.terms}>
        {languages.map((language) => (
          <p key={language} lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
            {terms[language].join(language === 'ar' ? '، ' : ', ')}
          </p>
        ))}
      </div>
      {source !== 'built-in' && <span className={styles.source}>{t(`thesaurus.sources.${source}`)}</span>}
      <IconButton label={t('thesaurus.edit', { name })} icon={Pencil} size="small" onPress={onEdit} />
      {source === 'changed' ? (
        <IconButton
          label={t('thesaurus.restore', { name })}
          icon={RotateCcw}
          size="small"
          onPress={() => void write('thesaurus.restore', { id }, t('thesaurus.restored', { name }))}
        />
      ) : (
        <IconButton
          label={t('thesaurus.remove', { name })}
          icon={Trash2}
          size="small"
          onPress={() => void write('thesaurus.remove', { id }, t('thesaurus.removed', { name }))}
        />
      )}
    </li>
  )
}

/** The names that mean the same in a search, in three languages; one's own among them. */
export function ThesaurusDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { data, error, refetch } = useCall('thesaurus.list', {})
  const [typed, setTyped] = useState('')
  const [edited, setEdited] = useState<Concept | 'new' | undefined>()
  const concepts = data?.concepts ?? []
  const fitting = concepts.filter((concept) => allTerms(concept).some((term) => fold(term).includes(fold(typed))))
  // What people made themselves is what they look for.
  const own = (concept: Concept): number => (concept.source === 'built-in' ? 1 : 0)
  const shown = fitting.toSorted((a, b) => own(a) - own(b)).slice(0, shownConcepts)
  return (
    <Dialog title={t('thesaurus.title')} size="large" onClose={onClose}>
      <p className={styles.explained}>{t('thesaurus.explained')}</p>
      {edited === undefined ? (
        <div className={styles.tools}>
          <TextInput label={t('thesaurus.find')} value={typed} onChange={setTyped} autoFocus />
          <Button icon={Plus} onPress={() => setEdited('new')}>
            {t('thesaurus.make')}
          </Button>
        </div>
      ) : (
        <ConceptForm concept={edited === 'new' ? undefined : edited} onDone={() => setEdited(undefined)} />
      )}
      {error !== null && <FailedState error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <LoadingLines lines={8} />}
      <ul className={styles.concepts}>
        {shown.map((concept) => (
          <ConceptRow key={concept.id} concept={concept} onEdit={() => setEdited(concept)} />
        ))}
      </ul>
      {data !== undefined && (
        <p className={styles.explained}>
          {t('thesaurus.shown', { shown: number(shown.length), total: number(fitting.length) })}
        </p>
      )}
    </Dialog>
  )
}
