import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallInput } from '../../../../electron/contract/calls.ts'
import { type DocumentKind, documentKinds } from '../../../../electron/contract/vocabulary.ts'
import { useActs } from '../../app/use-acts.ts'
import { useCall } from '../../client/use-call.ts'
import { useFormats } from '../../texts/format.ts'
import { nameOfKind } from '../../texts/names.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckInput } from '../../ui/CheckInput.tsx'
import { SelectInput, TextInput } from '../../ui/Fields.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { TagField } from '../tags/TagField.tsx'
import styles from './Rules.module.css'
import type { Rule } from './RulesDialog.tsx'

type RuleValues = CallInput<'rules.save'>['values']
const shownEffects = 20

const empty = (query: string): RuleValues => ({
  ...{ name: '', query, tags: [], collection: '', fields: {}, active: true },
})

/** What a rule would change, document by document, before anything is changed. */
function Preview({ values }: { readonly values: RuleValues }): ReactNode {
  const { t } = useTranslation()
  const { number } = useFormats()
  const asked = { ...values, name: values.name === '' ? '-' : values.name }
  const input = { values: asked, limit: shownEffects }
  const { data } = useCall('rules.preview', input, { enabled: values.query.trim() !== '', keepPrevious: true })
  if (data === undefined || values.query.trim() === '') return null
  const { found, changing, effects } = data
  const shownValue = (value: string): string => (value === '' ? t('rules.empty') : value)
  return (
    <section aria-label={t('rules.preview')}>
      <h3>{t('rules.preview')}</h3>
      <p className={styles.soft} role="status">
        {t('rules.effect', { count: changing, shown: number(changing), found: number(found) })}
      </p>
      <ul className={styles.effects}>
        {effects.map(({ document, title, tags, collection, fields }) => (
          <li key={document}>
            <bdi>{title}</bdi>
            <span className={styles.soft}>
              {[
                ...tags.map((tag) => `+ ${tag}`),
                ...(collection === '' ? [] : [`+ ${collection}`]),
                ...fields.map(({ field, from, to }) =>
                  t('rules.change', { field: t(`fields.${field}`), from: shownValue(from), to }),
                ),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface RuleFormProps {
  /** The rule that is changed; without one, a new one is made. */
  readonly rule: Rule | undefined
  /** The query that a new rule begins with. */
  readonly query: string
  readonly onDone: () => void
}

/** A rule: when a query finds a document, then it gets these. What that would change is shown while one writes. */
export function RuleForm({ rule, query, onDone }: RuleFormProps): ReactNode {
  const { t } = useTranslation()
  const { write } = useActs()
  const [values, setValues] = useState<RuleValues>(() => {
    if (rule === undefined) return empty(query)
    const { name, query: asked, tags, collection, fields, active } = rule
    return { name, query: asked, tags, collection, fields, active }
  })
  const { name, tags, fields } = values
  const set = (changes: Partial<RuleValues>): void => setValues({ ...values, ...changes })
  const setField = (changes: Partial<RuleValues['fields']>): void => set({ fields: { ...fields, ...changes } })
  const does = tags.length > 0 || values.collection !== '' || Object.values(fields).some((value) => value !== '')
  const save = async (): Promise<void> => {
    const input = { ...(rule !== undefined && { id: rule.id }), values }
    if (await write('rules.save', input, t('rules.saved', { name }))) onDone()
  }
  const setKind = (kind: DocumentKind | 'none'): void => {
    const { issuer, place } = fields
    const others = { ...(issuer !== undefined && { issuer }), ...(place !== undefined && { place }) }
    set({ fields: kind === 'none' ? others : { ...others, kind } })
  }
  const kindChoices = [
    { value: 'none' as const, label: t('rules.noKind') },
    ...documentKinds.map((value) => ({ value, label: nameOfKind(value, t) })),
  ]
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextInput label={t('rules.name')} value={name} onChange={(text) => set({ name: text })} autoFocus />
      <TextInput label={t('rules.query')} value={values.query} onChange={(text) => set({ query: text })} />
      <div>
        <TagField label={t('rules.tags')} except={tags} onChoose={(tag) => set({ tags: [...tags, tag] })} />
        <div data-pills>
          {tags.map((tag) => (
            <Pill
              key={tag}
              tone="accent"
              removeLabel={t('tags.take', { tag })}
              onRemove={() => set({ tags: tags.filter((each) => each !== tag) })}
            >
              <bdi>{tag}</bdi>
            </Pill>
          ))}
        </div>
      </div>
      <div className={styles.pair}>
        <TextInput
          label={t('rules.collection')}
          value={values.collection}
          onChange={(collection) => set({ collection })}
        />
        <SelectInput label={t('rules.kind')} value={fields.kind ?? 'none'} choices={kindChoices} onChange={setKind} />
        <TextInput label={t('rules.issuer')} value={fields.issuer ?? ''} onChange={(issuer) => setField({ issuer })} />
        <TextInput label={t('rules.place')} value={fields.place ?? ''} onChange={(place) => setField({ place })} />
      </div>
      <CheckInput isSelected={values.active} onChange={(active) => set({ active })}>
        {t('rules.active')}
      </CheckInput>
      <Preview values={values} />
      <div className={styles.acts}>
        <Button look="quiet" onPress={onDone}>
          {t('common.cancel')}
        </Button>
        <Button look="primary" type="submit" isDisabled={name.trim() === '' || values.query.trim() === '' || !does}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}
