import { type ArabicStep, arabicDraft } from './arabic-draft.ts'
import { stopWordsOf } from '../../language/stop-words.ts'
import { readArabicBody } from './arabic-bodies.rules.ts'
import { readArabicPerson } from './arabic-people.rules.ts'
import { type ArabicForm, arabicForms, isArabic } from './arabic-tokens.ts'
import {
  arabicCompass,
  arabicPlaceNouns,
  arabicPlacePrepositions,
  arabicOrdinary,
  doubtfulArabicLands,
} from './arabic-words.ts'
import { countryNames } from './countries.rules.ts'
import type { Draft, Reading } from './draft.ts'
import { organisations, places } from './known-names.ts'
import { type Token, continues } from './tokens.ts'

/** A doubtful name counts after a preposition, or where one is written together with it. */
function isDoubtful(tokens: readonly Token[], at: number, form: ArabicForm): boolean {
  if (!doubtfulArabicLands.has(form.word)) return false
  const before = tokens[at - 1]
  return !(before !== undefined && continues(tokens[at]) && arabicPlacePrepositions.has(before.word))
}

function knownAt(reading: Reading, at: number, form: ArabicForm): ArabicStep | undefined {
  const { tokens } = reading
  const body = organisations.at(tokens, at, form.word)
  const land = countryNames.at(tokens, at, form.word)
  const place = places.at(tokens, at, form.word)
  const end = Math.max(body?.end ?? 0, land?.end ?? 0, place?.end ?? 0)
  if (end === 0 || (end === at + 1 && isDoubtful(tokens, at, form))) return undefined
  if (body?.end === end) {
    const rest = { rule: 'body:known', confidence: 0.9, name: body.entry }
    return { draft: arabicDraft(reading, 'organisation', at, end, form, rest), end }
  }
  if (land?.end === end) {
    const rest = { rule: 'country:name', confidence: 0.9, country: land.entry }
    return { draft: arabicDraft(reading, 'country', at, end, form, rest), end }
  }
  const country = place?.entry.country
  const rest = { rule: 'place:known', confidence: 0.9, ...(country !== undefined && { country }) }
  return { draft: arabicDraft(reading, 'place', at, end, form, rest), end }
}

/** `مدينة تطوان`, `شمال العراق`: a noun of place or a point of the compass with the name after it. */
function describedAt(reading: Reading, at: number, form: ArabicForm): ArabicStep | undefined {
  const { tokens } = reading
  const next = tokens[at + 1]
  if (!isArabic(next) || !continues(next)) return undefined
  const isNoun = arabicPlaceNouns.has(form.word)
  if (!isNoun && !arabicCompass.has(form.word)) return undefined
  const known = places.at(tokens, at + 1) ?? countryNames.at(tokens, at + 1)
  if (known !== undefined) {
    const code = typeof known.entry === 'string' ? known.entry : known.entry.country
    const rest = {
      rule: isNoun ? 'place:noun' : 'place:compass',
      confidence: 0.85,
      ...(code !== undefined && { country: code }),
    }
    return { draft: arabicDraft(reading, 'place', at, known.end, form, rest), end: known.end }
  }
  if (form.word !== 'مدينه' && form.word !== 'محافظه' && form.word !== 'بلده') return undefined
  if (arabicOrdinary.has(next.word)) return undefined
  return {
    draft: arabicDraft(reading, 'place', at, at + 2, form, { rule: 'place:noun', confidence: 0.6 }),
    end: at + 2,
  }
}

const stopWords = stopWordsOf('ar')

/** The name `علي` folds to the preposition `على`; its last letter tells them apart. */
const isStopWord = (text: string, token: Token): boolean =>
  stopWords.has(token.word) && !(token.word === 'علي' && text.charAt(token.end - 1) === 'ي')

function stepAt(reading: Reading, at: number): ArabicStep | undefined {
  const token = reading.tokens[at]
  // Every other word of a text is one of these, and none of them begins a name.
  if (!isArabic(token) || isStopWord(reading.text, token)) return undefined
  for (const form of arabicForms(token.word)) {
    const known = knownAt(reading, at, form)
    const body = readArabicBody(reading, at, form)
    if (body !== undefined && !body.draft.isBare && body.end >= (known?.end ?? 0)) return body
    const found = known ?? readArabicPerson(reading, at, form) ?? body ?? describedAt(reading, at, form)
    if (found !== undefined) return found
  }
  return undefined
}

/** Every name of a passage in Arabic letters, in order. */
export function readArabic(reading: Reading): Draft[] {
  const drafts: Draft[] = []
  for (let at = 0; at < reading.tokens.length;) {
    const found = stepAt(reading, at)
    if (found !== undefined) drafts.push(found.draft)
    at = found?.end ?? at + 1
  }
  return drafts
}
