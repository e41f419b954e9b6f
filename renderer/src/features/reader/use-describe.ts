import { useTranslation } from 'react-i18next'
import type { CallInput } from '../../../../electron/contract/calls.ts'
import { useActs } from '../../app/use-acts.ts'

type Changes = CallInput<'documents.describe'>['changes']

/** Writes values of the description, with Undo; answers whether they were taken. */
export function useDescribe(id: string): (changes: Changes) => Promise<boolean> {
  const { t } = useTranslation()
  const { write } = useActs()
  return (changes) => write('documents.describe', { id, changes }, t('toasts.described'))
}
