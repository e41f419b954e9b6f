import { foldWord } from '../../language/fold.ts'
import { countryAliases, countryCodes, longFormPrefixes } from './country-names.ts'
import { demonyms } from './demonyms.ts'

const fold = (name: string): string =>
  name
    .split(/[\s\u2019'-]+/u)
    .map(foldWord)
    .filter((word) => word !== '')
    .join(' ')
const languages = ['en', 'fr', 'ar'] as const
const names = {
  en: new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }),
  fr: new Intl.DisplayNames(['fr'], { type: 'region', fallback: 'none' }),
  ar: new Intl.DisplayNames(['ar'], { type: 'region', fallback: 'none' }),
}
let table: Map<string, string> | undefined
function codes(): Map<string, string> {
  if (table) return table
  table = new Map()
  const put = (name: string, code: string): void => {
    const f = fold(name)
    if (f !== '' && !table?.has(f)) table?.set(f, code)
  }
  for (const code of countryCodes)
    for (const l of languages) {
      const n = names[l].of(code)
      if (n === undefined) continue
      put(n, code)
      for (const p of longFormPrefixes[l]) put(p.endsWith('’') ? p + n : `${p} ${n}`, code)
      if (l === 'ar') put(n.replace(/^ال/, ''), code)
    }
  for (const [code, list] of Object.entries(countryAliases)) for (const n of list.split(',')) put(n.trim(), code)
  for (const [code, list] of Object.entries(demonyms))
    for (const n of list.split(/[|,/]/)) {
      const w = n.trim()
      put(w, code)
      put(w + 's', code)
      put(w + 'e', code)
      put(w + 'es', code)
      put(w.replace(/n$/, 'nne'), code)
      put(w.replace(/n$/, 'nnes'), code)
    }
  return table
}
export const countryOf = (name: string): string | undefined => codes().get(fold(name))
export const countryName = (code: string, language: 'en' | 'fr' | 'ar'): string => names[language].of(code) ?? code
