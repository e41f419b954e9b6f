import { type ConceptTerms, type TermLanguage, termLanguages } from '../../contract/schemas.ts'
import { builtInTerms } from './built-in-terms.ts'

/** A concept as the program brings it. */
export interface BuiltInConcept {
  readonly id: string
  readonly terms: ConceptTerms
}

const splitTerms = (terms: string): string[] => terms.split(',').map((term) => term.trim())

function fromLine(line: string): BuiltInConcept {
  const [id = '', en = '', fr = '', ar = ''] = line.split(' = ')
  return { id, terms: { en: splitTerms(en), fr: splitTerms(fr), ar: splitTerms(ar) } }
}

/** Codes of ISO 3166-1 that name a country or territory of today: every pair of letters for which there is a name. */
function* regionCodes(names: Intl.DisplayNames): Generator<string> {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  // Reserved codes, groupings and places without people.
  const left = new Set([
    'AC',
    'BV',
    'CP',
    'CQ',
    'DG',
    'EA',
    'EU',
    'EZ',
    'HM',
    'IC',
    'QO',
    'TA',
    'UM',
    'UN',
    'XA',
    'XB',
    'ZZ',
  ])
  for (const first of letters)
    for (const second of letters) {
      const code = first + second
      if (!left.has(code) && names.of(code) !== undefined) yield code
    }
}

/** Every country by its names in the three languages, as the system's own tables have them. */
function countries(): BuiltInConcept[] {
  const names = Object.fromEntries(
    termLanguages.map((language) => [
      language,
      new Intl.DisplayNames([language], { type: 'region', fallback: 'none', style: 'long' }),
    ]),
  ) as Record<TermLanguage, Intl.DisplayNames>
  const seen = new Set<string>()
  return [...regionCodes(names.en)].flatMap((code) => {
    const name = names.en.of(code) ?? ''
    // Codes that were given up still have the name of what follows them.
    if (seen.has(name)) return []
    seen.add(name)
    const terms = Object.fromEntries(termLanguages.map((language) => [language, [names[language].of(code) ?? name]]))
    return { id: `country-${code}`, terms: terms as ConceptTerms }
  })
}

let made: ReadonlyMap<string, ConceptTerms> | undefined

/** Every concept that the program brings along, by id. */
export function builtInConcepts(): ReadonlyMap<string, ConceptTerms> {
  made ??= new Map(
    [...builtInTerms.trim().split('\n').map(fromLine), ...countries()].map(({ id, terms }) => [id, terms]),
  )
  return made
}

/** The term by which a concept is called: the usual one in the first language that has any. */
export function labelOf(terms: ConceptTerms): string {
  return terms.en[0] ?? terms.fr[0] ?? terms.ar[0] ?? ''
}
