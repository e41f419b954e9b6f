import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { ar } from './ar/index.ts'
import { en } from './en/index.ts'
import { fr } from './fr/index.ts'

export const interfaceLanguages = ['en', 'fr', 'ar'] as const
export type InterfaceLanguage = (typeof interfaceLanguages)[number]

/** The texts of the program in its three languages, ready at once: they are part of the page. */
export async function createTexts(language: InterfaceLanguage): Promise<i18n> {
  const instance = createInstance()
  await instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, fr: { translation: fr }, ar: { translation: ar } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    returnEmptyString: false,
  })
  return instance
}

/** The direction in which a language of the interface is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr'
}
