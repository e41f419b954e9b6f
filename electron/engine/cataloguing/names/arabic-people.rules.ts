import { arabicParts } from './arabic-bodies.rules.ts'
import { type ArabicStep, arabicDraft } from './arabic-draft.ts'
import { type ArabicForm, isArabic } from './arabic-tokens.ts'
import {
  arabicCourtesies,
  arabicGivenNames,
  arabicHeads,
  arabicOffices,
  arabicOrdinary,
  arabicParticles,
  arabicPortfolios,
  arabicRankEndings,
  arabicRanks,
  arabicSurnames,
  arabicTitles,
} from './arabic-words.ts'
import { countryAdjectives, countryNames } from './countries.rules.ts'
import { type Reading, sliceOf } from './draft.ts'
import { organisations, places } from './known-names.ts'
import { type Token, continues, gap } from './tokens.ts'

const mostNameWords = 5

interface ArabicTitle {
  end: number
  rank?: string
  office?: string
  country?: string
}

/** Whether a word may stand in a name: not one of the language, of an office, a body or a land. */
function isNameWord(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!isArabic(token)) return false
  const { word } = token
  if (arabicGivenNames.has(word) || arabicSurnames.has(word)) return true
  if (
    word.length < 2 ||
    word.startsWith('لل') ||
    arabicOrdinary.has(word) ||
    arabicPortfolios.has(word) ||
    arabicHeads.has(word)
  )
    return false
  if (arabicOffices.has(word) || arabicTitles.has(word) || arabicRanks.has(word) || arabicCourtesies.has(word))
    return false
  if (countryNames.at(tokens, at) !== undefined || countryAdjectives.at(tokens, at) !== undefined) return false
  return places.at(tokens, at) === undefined && organisations.at(tokens, at) === undefined
}

/** The place after particles that an Arabic word follows: `بن عبد العزيز`. */
function particlesEnd(tokens: readonly Token[], at: number): number {
  let end = at
  while (end < at + 3 && arabicParticles.has(tokens[end]?.word ?? '') && continues(tokens[end + 1])) end++
  return isArabic(tokens[end]) ? end : at
}

/**
 * The place after the name that begins here. A given name takes one word more as the surname; further words only where they are
 * particles with what follows, or given names too (`محمد بن سلمان آل سعود`).
 */
function arabicNameEnd(tokens: readonly Token[], from: number): number {
  let end = from
  let count = 0
  for (let words = 0; words < mostNameWords; words++) {
    const token = tokens[end]
    if (!isArabic(token) || (end > from && token.gap > gap.apostrophe && token.gap !== gap.wrap)) break
    const afterParticles = particlesEnd(tokens, end)
    if (afterParticles > end) {
      // `عبد اللطيف` is a given name, `بن سلمان` adds to one.
      end = afterParticles + 1
      count++
      continue
    }
    const mayAdd = count < 2 || arabicGivenNames.has(token.word) || (count === 2 && token.word.startsWith('ال'))
    if (!mayAdd || !isNameWord(tokens, end)) break
    count++
    end++
  }
  return end
}

/** The office that begins here and needs what it is an office of. */
function takeOffice(reading: Reading, title: ArabicTitle, at: number, firstForm: string): boolean {
  const isTitle = arabicTitles.has(firstForm)
  if (!isTitle && !arabicOffices.has(firstForm)) return false
  const { end, country } = arabicParts(reading.tokens, at + 1, true)
  if (!isTitle && end === at + 1) return false
  title.office = sliceOf(reading, at, end)
  title.end = end
  if (country !== undefined) title.country = country
  return true
}

function takeRank(reading: Reading, title: ArabicTitle, at: number, firstForm: string): boolean {
  const { tokens } = reading
  // `فريق` and `رائد` are words of the language too: without the article they are ranks before a given name alone.
  if (!arabicRanks.has(firstForm)) return false
  if (!firstForm.startsWith('ال') && !arabicGivenNames.has(tokens[at + 1]?.word ?? '')) return false
  let end = at + 1
  while (continues(tokens[end]) && arabicRankEndings.has(tokens[end]?.word ?? '')) end++
  title.rank = sliceOf(reading, at, end)
  title.end = end
  return true
}

/** `ولي العهد الأمير`: a title after an office. */
function addTitle(reading: Reading, title: ArabicTitle, at: number): void {
  title.office = `${title.office ?? ''} ${sliceOf(reading, at, at + 1)}`
  title.end = at + 1
}

/** Titles, ranks and offices before a name, the first word in one of its forms. */
function arabicTitleAt(reading: Reading, from: number, form: ArabicForm): ArabicTitle | undefined {
  const { tokens } = reading
  const title: ArabicTitle = { end: from }
  for (let count = 0; count < 5; count++) {
    const at = title.end
    const token = tokens[at]
    if (token === undefined || (count > 0 && !mayGoOn(token, title))) break
    const word = count === 0 ? form.word : token.word
    if (arabicCourtesies.has(word)) title.end = at + 1
    else if (title.office !== undefined && arabicTitles.has(word)) addTitle(reading, title, at)
    else if (
      !takeRank(reading, title, at, word) &&
      !(title.office === undefined && takeOffice(reading, title, at, word))
    )
      break
  }
  if (title.end === from) return undefined
  // The first word may have lost letters that are not its own.
  if (form.skip > 0) {
    if (title.rank !== undefined && arabicRanks.has(form.word)) title.rank = title.rank.slice(form.skip)
    else if (title.office !== undefined && !arabicCourtesies.has(form.word))
      title.office = title.office.slice(form.skip)
  }
  return title
}

const mayGoOn = (token: Token, title: ArabicTitle): boolean =>
  continues(token) || (token.gap === gap.comma && title.office !== undefined)

/** `اللواء فلان، قائد القوات البرية الرواندية`: the office after the name and a comma. */
function arabicOfficeAfter(reading: Reading, at: number): ArabicTitle | undefined {
  const token = reading.tokens[at]
  if (token?.gap !== gap.comma) return undefined
  const title: ArabicTitle = { end: at }
  if (!arabicOffices.has(token.word) && !arabicTitles.has(token.word)) return undefined
  takeOffice(reading, title, at, token.word)
  // An office in the definite goes on to the end of its clause: `الوزير المنتدب لدى رئيس الحكومة`.
  let end = Math.max(title.end, at + 1)
  while (end < at + 14 && continues(reading.tokens[end]) && !arabicOrdinaryVerb(reading.tokens[end])) end++
  return { ...title, end, office: sliceOf(reading, at, end) }
}

const clauseWords = new Set(['الذي', 'التي', 'والذي', 'خلال', 'قال', 'اكد', 'زار', 'هذا', 'وذلك', 'حيث', 'ان'])
const arabicOrdinaryVerb = (token: Token | undefined): boolean => clauseWords.has(token?.word ?? '')

function countryAfter(tokens: readonly Token[], at: number): string | undefined {
  return continues(tokens[at]) ? countryNames.at(tokens, at)?.entry : undefined
}

/** The person whose titles, or whose name, begin here with a word in one of its forms. */
export function readArabicPerson(reading: Reading, at: number, form: ArabicForm): ArabicStep | undefined {
  const { tokens } = reading
  const title = arabicTitleAt(reading, at, form)
  const start = title?.end ?? at
  const isNamed =
    title !== undefined
      ? isNameWord(tokens, start) || arabicParticles.has(tokens[start]?.word ?? '')
      : isGivenName(reading, at, form)
  const isNear = title === undefined || continues(tokens[start]) || tokens[start]?.gap === gap.comma
  if (!isNamed || !isNear) return undefined
  const end = title === undefined ? Math.max(arabicNameEnd(tokens, at), at + 1) : arabicNameEnd(tokens, start)
  if (end === start || (title === undefined && end < at + 2 && !arabicSurnames.has(form.word))) return undefined
  const after = arabicOfficeAfter(reading, end)
  const office = title?.office ?? after?.office
  const country = title?.country ?? after?.country ?? countryAfter(tokens, end)
  const rest = {
    rule: title === undefined ? 'person:given-name' : title.rank === undefined ? 'person:title' : 'person:rank',
    confidence: title === undefined ? 0.7 : 0.9,
    ...(title?.rank !== undefined && { rank: title.rank }),
    ...(office !== undefined && { office }),
    ...(country !== undefined && { country }),
  }
  const plain = title === undefined ? form : { ...form, skip: 0, hasLostAlif: false }
  return { draft: arabicDraft(reading, 'person', start, end, plain, rest), end }
}

function isGivenName({ text, tokens }: Reading, at: number, form: ArabicForm): boolean {
  // The preposition `على` and the name `علي` fold to one; their last letters tell them apart.
  if (form.word === 'علي' && text.charAt((tokens[at]?.end ?? 0) - 1) === 'ى') return false
  if (arabicSurnames.has(form.word)) return true
  const next = tokens[at + 1]
  if (!isArabic(next) || !continues(next)) return false
  if (form.word === 'عبد') return next.word.startsWith('ال')
  return arabicGivenNames.has(form.word) && (arabicParticles.has(next.word) || isNameWord(tokens, at + 1))
}
