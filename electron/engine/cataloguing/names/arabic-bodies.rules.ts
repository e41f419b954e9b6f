import { type ArabicStep, arabicDraft } from './arabic-draft.ts'
import { type ArabicForm, arabicForms, isArabic } from './arabic-tokens.ts'
import { arabicHeads, arabicOrdinary, arabicPortfolios } from './arabic-words.ts'
import { countryAdjectives, countryNames } from './countries.rules.ts'
import type { Reading } from './draft.ts'
import { type Token, continues } from './tokens.ts'

const mostParts = 6

export interface Parts {
  readonly end: number
  readonly country?: string
}

const article = 'ال'
/** Definite adjectives of relation and of measure: `العسكرية`, `الوطني`. */
const relation = /^ال\p{L}{2,}(?:ي|يه|يين|يات)$/u

const isDefinite = (word: string): boolean => word.startsWith(article)

/** Whether a word can go on the name of a body or an office: a portfolio, or a definite adjective. */
function isPart(word: string): boolean {
  return arabicPortfolios.has(word) || (relation.test(word) && !arabicOrdinary.has(word))
}

/** `الشؤون الخارجية والتعاون الإفريقي`: the conjunction و and the preposition ل are written together with what they join. */
function isJoinedPart(word: string): boolean {
  return arabicForms(word).some(
    (form) => form.skip > 0 && isDefinite(form.word) && (arabicPortfolios.has(form.word) || relation.test(form.word)),
  )
}

/** The words from a place on that go on the name of a body or an office, and the country that they name. */
export function arabicParts(tokens: readonly Token[], from: number, mayJoin: boolean): Parts {
  let end = from
  let country: string | undefined
  while (end < from + mostParts && isArabic(tokens[end]) && continues(tokens[end])) {
    const land = countryNames.at(tokens, end)
    const adjective = countryAdjectives.at(tokens, end)
    const word = tokens[end]?.word ?? ''
    if (land !== undefined && country === undefined) {
      country = land.entry
      end = land.end
    } else if (adjective !== undefined && isDefinite(word)) {
      country ??= adjective.entry
      end = adjective.end
    } else if (country !== undefined && !arabicPortfolios.has(word)) break
    else if (isPart(word) || word.startsWith('لل') || (mayJoin && end > from && isJoinedPart(word))) end++
    else break
  }
  return country === undefined ? { end } : { end, country }
}

/** Of these a second portfolio may be joined with و: a ministry has several, two armies are two. */
const joining = new Set([
  'وزاره',
  'اداره',
  'مديريه',
  'منظمه',
  'المديريه',
  'كليه',
  'المجلس',
  'مجلس',
  'اللجنه',
  'لجنه',
  'مكتب',
])

/** The body whose name begins here with a word in one of its forms. */
export function readArabicBody(reading: Reading, at: number, form: ArabicForm): ArabicStep | undefined {
  if (!arabicHeads.has(form.word)) return undefined
  const { end, country } = arabicParts(reading.tokens, at + 1, joining.has(form.word))
  const head = form.word.replace(/^ال/, '')
  const known = country === undefined ? {} : { country }
  if (end > at + 1) {
    const rest = { rule: 'body:head', confidence: 0.8, head, ...known }
    return { draft: arabicDraft(reading, 'organisation', at, end, form, rest), end }
  }
  if (!isDefinite(form.word)) return undefined
  const rest = { rule: 'body:short', confidence: 0.5, head, isBare: true }
  return { draft: arabicDraft(reading, 'organisation', at, end, form, rest), end }
}
