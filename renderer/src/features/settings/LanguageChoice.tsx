import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActs } from '../../app/use-acts.ts'
import { useClient } from '../../client/use-client.ts'
import { useCall } from '../../client/use-call.ts'
import { SelectInput } from '../../ui/Fields.tsx'
import { useQueryClient } from '@tanstack/react-query'
import type { CallInput } from '../../../../electron/contract/calls.ts'

/** Each language is named in itself, so that everybody finds their own. */
const choices = [
  { value: 'en', label: 'English' },
  { value: 'fr', label: 'Français' },
  { value: 'ar', label: 'العربية' },
] as const

/** Saves preferences and shows them at once. */
export function useSetPreferences(): (changes: CallInput<'preferences.set'>) => void {
  const client = useClient()
  const queries = useQueryClient()
  const { fail } = useActs()
  return (changes) => {
    client
      .call('preferences.set', changes)
      .then((preferences) => queries.setQueryData(['preferences.get', {}], preferences))
      .catch(fail)
  }
}

/** The language of the interface. */
export function LanguageChoice(): ReactNode {
  const { t } = useTranslation()
  const { data } = useCall('preferences.get', {})
  const setPreferences = useSetPreferences()
  return (
    <SelectInput
      label={t('settings.language')}
      value={data?.language ?? 'en'}
      choices={choices}
      onChange={(language) => setPreferences({ language })}
    />
  )
}
