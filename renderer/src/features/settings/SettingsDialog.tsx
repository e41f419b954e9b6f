import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../client/use-call.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { SelectInput } from '../../ui/Fields.tsx'
import { LanguageChoice, useSetPreferences } from './LanguageChoice.tsx'
import { PictureReading } from './PictureReading.tsx'

const themes = ['system', 'light', 'dark'] as const

/** Theme, language, and how pictures are read. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const { data } = useCall('preferences.get', {})
  const setPreferences = useSetPreferences()
  return (
    <Dialog title={t('bar.settings')} size="small" onClose={onClose}>
      <SelectInput
        label={t('settings.theme')}
        value={data?.theme ?? 'system'}
        choices={themes.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
        onChange={(theme) => setPreferences({ theme })}
      />
      <LanguageChoice />
      <PictureReading />
    </Dialog>
  )
}
