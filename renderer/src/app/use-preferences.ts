import { useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../electron/contract/calls.ts'
import { useCall } from '../client/use-call.ts'
import { directionOf } from '../texts/i18n.ts'

export type Preferences = CallOutput<'preferences.get'>

const darkSystem = window.matchMedia('(prefers-color-scheme: dark)')

function useSystemIsDark(): boolean {
  return useSyncExternalStore(
    (listener) => {
      darkSystem.addEventListener('change', listener)
      return () => darkSystem.removeEventListener('change', listener)
    },
    () => darkSystem.matches,
  )
}

/** Gives the page the theme and the language that the person chose; the system's theme and English until that is known. */
export function usePreferences(): Preferences | undefined {
  const { i18n } = useTranslation()
  const { data } = useCall('preferences.get', {})
  const systemIsDark = useSystemIsDark()
  const theme = data?.theme ?? 'system'
  const language = data?.language ?? 'en'
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme === 'system' ? (systemIsDark ? 'dark' : 'light') : theme
  }, [theme, systemIsDark])
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = directionOf(language)
    void i18n.changeLanguage(language)
  }, [language, i18n])
  return data
}
