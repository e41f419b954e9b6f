import { ListTree, Pencil, Play, Plus, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../../electron/contract/calls.ts'
import { useActs } from '../../app/use-acts.ts'
import { useWorkspace } from '../../app/workspace.ts'
import { useClient } from '../../client/use-client.ts'
import { useCall } from '../../client/use-call.ts'
import { useFormats } from '../../texts/format.ts'
import { nameOfKind } from '../../texts/names.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { EmptyState, FailedState, LoadingLines } from '../../ui/States.tsx'
import { useToasts } from '../../ui/toasts.ts'
import { RuleForm } from './RuleForm.tsx'
import styles from './Rules.module.css'

export type Rule = CallOutput<'rules.list'>['rules'][number]

/** Runs a rule and says what it did, with Undo. */
function useRun(): (rule: Rule) => void {
  const { t } = useTranslation()
  const { number } = useFormats()
  const client = useClient()
  const toasts = useToasts()
  const { undo, fail } = useActs()
  return ({ id, name }) => {
    client
      .call('rules.run', { id })
      .then(({ changed, event }) => {
        const values = { name, count: changed, shown: number(changed) }
        const offer = event === undefined ? {} : { offer: { label: t('common.undo'), perform: () => void undo(event) } }
        toasts.show({ tone: 'done', text: t(changed === 0 ? 'rules.nothing' : 'rules.ran', values), ...offer })
      })
      .catch(fail)
  }
}

function RuleRow({ rule, onEdit }: { readonly rule: Rule; readonly onEdit: () => void }): ReactNode {
  const { t } = useTranslation()
  const { write } = useActs()
  const run = useRun()
  const { id, name, query, tags, collection, fields, active } = rule
  return (
    <li className={styles.rule}>
      <div>
        <p>
          <strong dir="auto">{name}</strong> {!active && <span className={styles.soft}>{t('rules.paused')}</span>}
        </p>
        <p className={styles.soft}>
          <code dir="auto">{query}</code>
        </p>
        <div data-pills>
          {tags.map((tag) => (
            <Pill key={tag} tone="accent">
              <bdi>{tag}</bdi>
            </Pill>
          ))}
          {collection !== '' && <Pill>{collection}</Pill>}
          {fields.kind !== undefined && <Pill>{nameOfKind(fields.kind, t)}</Pill>}
          {[fields.issuer, fields.place].map(
            (value) => value !== undefined && value !== '' && <Pill key={value}>{value}</Pill>,
          )}
        </div>
      </div>
      <Button size="small" icon={Play} onPress={() => run(rule)}>
        {t('rules.run')}
      </Button>
      <IconButton label={t('rules.edit', { name })} icon={Pencil} size="small" onPress={onEdit} />
      <IconButton
        label={t('rules.remove', { name })}
        icon={Trash2}
        size="small"
        onPress={() => void write('rules.remove', { id }, t('rules.removed', { name }))}
      />
    </li>
  )
}

/** Rules of a person's own: what is found gets tags, values and a collection, on import and on demand. */
export function RulesDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const text = useWorkspace((workspace) => workspace.text)
  const { data, error, refetch } = useCall('rules.list', {})
  const [edited, setEdited] = useState<Rule | 'new' | undefined>()
  const done = (): void => setEdited(undefined)
  return (
    <Dialog title={t('rules.title')} size="large" onClose={onClose}>
      <p className={styles.soft}>{t('rules.explained')}</p>
      {edited !== undefined ? (
        <RuleForm rule={edited === 'new' ? undefined : edited} query={text} onDone={done} />
      ) : (
        <div className={styles.acts}>
          <Button icon={Plus} onPress={() => setEdited('new')}>
            {t('rules.make')}
          </Button>
        </div>
      )}
      {error !== null && <FailedState error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <LoadingLines lines={4} />}
      {edited === undefined && data?.rules.length === 0 && <EmptyState icon={ListTree} title={t('rules.none')} />}
      {edited === undefined && (
        <ul>
          {(data?.rules ?? []).map((rule) => (
            <RuleRow key={rule.id} rule={rule} onEdit={() => setEdited(rule)} />
          ))}
        </ul>
      )}
    </Dialog>
  )
}
