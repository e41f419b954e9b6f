import { Check, Pencil, RotateCcw, UserCheck, X } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../texts/format.ts'
import { nameOfKind, nameOfLanguage } from '../../texts/names.ts'
import { IconButton } from '../../ui/Button.tsx'
import { FieldEditor } from './FieldEditor.tsx'
import type { LaneItem } from './lane-items.ts'
import styles from './Lane.module.css'
import type { LaneWork } from './use-lane-work.ts'

type FieldItem = Extract<LaneItem, { type: 'field' }>
type FactItem = Extract<LaneItem, { type: 'fact' }>

function useShown(): (item: FieldItem, value: string) => string {
  const { t } = useTranslation()
  const { edtf } = useFormats()
  return ({ key }, value) => {
    if (value === '') return t('lane.nothing')
    if (key === 'kind') return nameOfKind(value, t)
    if (key === 'language') return nameOfLanguage(value, t)
    return key === 'issued' ? edtf(value) : value
  }
}

/** What a value comes from: the rule and how sure it is, or the person. */
function Origin({ item, isCorrected }: { readonly item: FieldItem; readonly isCorrected: boolean }): ReactNode {
  const { t } = useTranslation()
  const { percent } = useFormats()
  const { evidence } = item
  if (isCorrected) return <span className={styles.origin}>{t('lane.corrected')}</span>
  if (evidence === undefined) return null
  if (evidence.source === 'person')
    return (
      <span className={styles.origin}>
        <UserCheck aria-hidden size={12} /> {t('lane.written')}
      </span>
    )
  return (
    <span className={styles.origin}>
      {percent(evidence.confidence)} · <code dir="ltr">{evidence.rule}</code>
    </span>
  )
}

function FieldLine({ item, work }: { readonly item: FieldItem; readonly work: LaneWork }): ReactNode {
  const { t } = useTranslation()
  const shown = useShown()
  const name = t(`fields.${item.key}`)
  const corrected = work.corrections[item.key]
  const value = corrected ?? item.value
  if (work.edited === item.key)
    return (
      <div className={styles.line} data-edited>
        <span className={styles.name}>{name}</span>
        <FieldEditor
          field={item.key}
          value={value}
          onSave={(next) => work.correct(item.key, next)}
          onCancel={() => work.edit(undefined)}
        />
      </div>
    )
  return (
    <div className={styles.line}>
      <Button
        className={styles.item ?? ''}
        data-item={item.key}
        onFocus={() => work.point(item.key)}
        onPress={() => work.edit(item.key)}
      >
        <span className={styles.name}>{name}</span>
        <bdi className={styles.value} data-unknown={value === '' || undefined}>
          {shown(item, value)}
        </bdi>
        <Origin item={item} isCorrected={corrected !== undefined} />
      </Button>
      <IconButton
        label={`${t('lane.correct')}: ${name}`}
        icon={Pencil}
        size="small"
        excludeFromTabOrder
        onPress={() => work.edit(item.key)}
      />
    </div>
  )
}

function FactLine({ item, work }: { readonly item: FactItem; readonly work: LaneWork }): ReactNode {
  const { t } = useTranslation()
  const { refusal, detail, isRefused } = item
  const what = refusal.words.slice(0, 120)
  return (
    <div className={styles.line}>
      <Button
        className={styles.item ?? ''}
        data-item={item.key}
        data-refused={isRefused || undefined}
        onFocus={() => work.point(item.key)}
      >
        <bdi className={styles.value}>{refusal.words}</bdi>
        <bdi className={styles.origin}>{detail}</bdi>
      </Button>
      <IconButton
        label={t(isRefused ? 'lane.takeBack' : 'lane.refuse', { what })}
        icon={isRefused ? RotateCcw : X}
        size="small"
        excludeFromTabOrder
        onPress={() => work.refuse(item)}
      />
    </div>
  )
}

const sections = ['agreements', 'commitments', 'names'] as const

interface LaneListProps {
  readonly items: readonly LaneItem[]
  readonly work: LaneWork
  readonly ref: Ref<HTMLElement>
}

/** The proposals for a document; arrow keys go from one to the next. */
export function LaneList({ items, work, ref }: LaneListProps): ReactNode {
  const { t } = useTranslation()
  const facts = items.filter((item) => item.type === 'fact')
  return (
    <section className={styles.list} aria-label={t('lane.proposals')} ref={ref}>
      <h3>
        <Check aria-hidden size={13} /> {t('lane.sections.description')}
      </h3>
      {items.map((item) => item.type === 'field' && <FieldLine key={item.key} item={item} work={work} />)}
      {sections.map((section) => {
        const own = facts.filter((fact) => fact.section === section)
        if (own.length === 0) return null
        return (
          <div key={section}>
            <h3>{t(`lane.sections.${section}`)}</h3>
            {own.map((item) => (
              <FactLine key={item.key} item={item} work={work} />
            ))}
          </div>
        )
      })}
    </section>
  )
}
