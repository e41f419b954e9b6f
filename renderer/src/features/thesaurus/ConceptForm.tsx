import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActs } from '../../app/use-acts.ts'
import { nameOfLanguage } from '../../texts/names.ts'
import { Button } from '../../ui/Button.tsx'
import { TextInput } from '../../ui/Fields.tsx'
import styles from './Thesaurus.module.css'
import type { Concept } from './ThesaurusDialog.tsx'

const languages = ['en', 'fr', 'ar'] as const
type Written = Readonly<Record<(typeof languages)[number], string>>

/** The names in a line, apart by commas of either script. */
const splitTerms = (line: string): string[] => [
  ...new Set(
    line
      .split(/[,،;؛]/u)
      .map((term) => term.trim())
      .filter((term) => term !== ''),
  ),
]

interface ConceptFormProps {
  /** The entry that is changed; without one, a new one is made. */
  readonly concept: Concept | undefined
  readonly onDone: () => void
}

/** The names of one thing in three languages, a line for each. */
export function ConceptForm({ concept, onDone }: ConceptFormProps): ReactNode {
  const { t } = useTranslation()
  const { write } = useActs()
  const [written, setWritten] = useState<Written>({
    en: concept?.terms.en.join(', ') ?? '',
    fr: concept?.terms.fr.join(', ') ?? '',
    ar: concept?.terms.ar.join('، ') ?? '',
  })
  const terms = { en: splitTerms(written.en), fr: splitTerms(written.fr), ar: splitTerms(written.ar) }
  const name = terms.en[0] ?? terms.fr[0] ?? terms.ar[0] ?? ''
  const save = async (): Promise<void> => {
    const input = { ...(concept !== undefined && { id: concept.id }), terms }
    if (await write('thesaurus.set', input, t('thesaurus.saved', { name }))) onDone()
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {languages.map((language, at) => (
        <TextInput
          key={language}
          label={nameOfLanguage(language, t)}
          value={written[language]}
          onChange={(line) => setWritten({ ...written, [language]: line })}
          autoFocus={at === 0}
        />
      ))}
      <div className={styles.acts}>
        <Button look="quiet" onPress={onDone}>
          {t('common.cancel')}
        </Button>
        <Button look="primary" type="submit" isDisabled={name === ''}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}
