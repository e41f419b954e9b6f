import { franc } from 'franc'
import type { Language } from '../../contract/vocabulary.ts'
import { type Word, segmentWords } from './segment.ts'
import { stopWordsOf } from './stop-words.ts'

/** Letters that Arabic does not use: a passage with many of them is Persian, Urdu or Kurdish. */
const foreignArabicLetters = /[پچژگڤکیےہھۀ]/g
const arabicLetters = /\p{Script=Arabic}/gu
const latinLetters = /\p{Script=Latin}/gu
const anyLetter = /\p{L}/gu

/** Neighbours whose function words overlap with French or English; they stand as candidates so that they are not taken for these. */
const neighbours: Readonly<Record<string, ReadonlySet<string>>> = {
  nl: new Set(
    'de het een van en dat is op te zijn voor met niet aan er ook als bij naar uit door worden deze'.split(' '),
  ),
  de: new Set(
    'der die das und ist von den dem mit nicht ein eine fur auf im zu des sich auch als werden wird'.split(' '),
  ),
  es: new Set('el la los las de y del que en una un por con para se su al como es lo entre sobre'.split(' ')),
  it: new Set('il lo la gli le di e che in un una per con del della dei nel sono non si dal alla'.split(' ')),
  pt: new Set('o a os as de e do da que em um uma por com para dos das no na se ao sao nao'.split(' ')),
  rw: new Set('mu ku na ya wa ba cya rya ko ari kandi cyangwa kuri muri abo iyi uyu'.split(' ')),
}

const francCodes: Readonly<Record<string, Language>> = { eng: 'en', fra: 'fr', arb: 'ar' }
/** Below this many letters nothing but function words is believed. */
const lettersForTrigrams = 40
/** A passage of fewer letters, in a text of which the language is known, is taken to be in that: trigrams are slow, and guess. */
const lettersAgainstText = 200
const sampleLength = 1000

interface Candidate {
  readonly language: Language
  readonly words: ReadonlySet<string>
}

const candidates: readonly Candidate[] = [
  { language: 'en', words: stopWordsOf('en') },
  { language: 'fr', words: stopWordsOf('fr') },
  ...Object.values(neighbours).map((words) => ({ language: 'und' as const, words })),
]
/** A vote of a short list weighs more: it has fewer chances to be given. */
const weights = candidates.map(({ words }) => 1 / Math.sqrt(Math.min(words.size, 60)))
/** The candidates for which a word votes, by their place in the list. */
const votersOf = new Map<string, number[]>()
candidates.forEach(({ words }, place) => {
  for (const word of words) votersOf.set(word, [...(votersOf.get(word) ?? []), place])
})

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

function detectArabicScript(sample: string, arabic: number): Language {
  return count(sample, foreignArabicLetters) / arabic > 0.02 ? 'und' : 'ar'
}

function vote(words: readonly Word[]): { readonly language: Language; readonly lead: number } {
  const votes = candidates.map(() => 0)
  for (const word of words)
    for (const place of (word.lexeme.votes ??= votersOf.get(word.exact) ?? []))
      votes[place] = (votes[place] ?? 0) + (weights[place] ?? 0)
  let best = 0
  for (let place = 1; place < votes.length; place++) if ((votes[place] ?? 0) > (votes[best] ?? 0)) best = place
  const second = Math.max(...votes.filter((_, place) => place !== best))
  return { language: candidates[best]?.language ?? 'und', lead: (votes[best] ?? 0) - second }
}

function detectByTrigrams(sample: string): Language {
  return francCodes[franc(sample, { only: ['eng', 'fra', 'nld', 'deu', 'spa', 'ita', 'por', 'kin', 'swh'] })] ?? 'und'
}

/** Letters of the sample: all, Arabic and Latin ones, by the blocks of the code table. */
function countLetters(sample: string): { readonly letters: number; readonly arabic: number; readonly latin: number } {
  let latin = 0
  let arabic = 0
  let hasOthers = false
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at)
    if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xc0 && code <= 0x24f)) latin++
    else if (code >= 0x600 && code <= 0x6ff) arabic++
    else if (code > 0x24f && !(code >= 0x2000 && code <= 0x206f)) hasOthers = true
  }
  if (!hasOthers) return { letters: latin + arabic, arabic, latin }
  return { letters: count(sample, anyLetter), arabic: count(sample, arabicLetters), latin: count(sample, latinLetters) }
}

/**
 * The language of a passage: script first, then function words, then letter trigrams where those are too few. Only the first
 * 1,000 characters are looked at. `und` where nothing speaks clearly, and for every language without an analyser. `words` are
 * those of the passage, where the caller has cut it already; `around` is the language of the text around it, where it is known.
 */
export function detectLanguage(passage: string, words?: readonly Word[], around: Language = 'und'): Language {
  const sample = passage.length > sampleLength ? passage.slice(0, sampleLength) : passage
  const { letters, arabic, latin } = countLetters(sample)
  if (letters === 0) return 'und'
  if (arabic * 2 > letters) return detectArabicScript(sample, arabic)
  if (latin * 2 < letters) return 'und'
  const ofSample = passage.length === sample.length ? words : words?.filter((word) => word.end <= sampleLength)
  const { language, lead } = vote(ofSample ?? segmentWords(sample))
  if (lead > 0.25) return language
  if (around !== 'und' && around !== 'ar' && letters < lettersAgainstText) return around
  if (letters >= lettersForTrigrams) return detectByTrigrams(sample)
  return lead > 0.1 ? language : 'und'
}
