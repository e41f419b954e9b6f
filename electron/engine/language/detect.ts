import { franc } from 'franc'
import type { Language } from '../../contract/vocabulary.ts'
import { segmentWords } from './segment.ts'
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
const sampleLength = 2000

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

function detectArabicScript(sample: string, arabic: number): Language {
  return count(sample, foreignArabicLetters) / arabic > 0.02 ? 'und' : 'ar'
}

function votes(sample: string): { language: Language; lead: number; votes: number } {
  const words = segmentWords(sample).map((word) => word.exact)
  const candidates: (readonly [Language, ReadonlySet<string>])[] = [
    ['en', stopWordsOf('en')],
    ['fr', stopWordsOf('fr')],
    ...Object.values(neighbours).map((set) => ['und', set] as const),
  ]
  const ranked = candidates
    .map(([language, set]) => ({
      language,
      votes: words.filter((word) => set.has(word)).length / Math.sqrt(Math.min(set.size, 60)),
    }))
    .sort((a, b) => b.votes - a.votes)
  const [best, second] = ranked
  if (best === undefined || second === undefined) return { language: 'und', lead: 0, votes: 0 }
  return { language: best.language, lead: best.votes - second.votes, votes: best.votes }
}

function detectByTrigrams(sample: string): Language {
  return francCodes[franc(sample, { only: ['eng', 'fra', 'nld', 'deu', 'spa', 'ita', 'por', 'kin', 'swh'] })] ?? 'und'
}

/**
 * The language of a passage: script first, then function words, then letter trigrams where those are too few. Only the first
 * 2,000 characters are looked at. `und` where nothing speaks clearly, and for every language without an analyser.
 */
export function detectLanguage(passage: string): Language {
  const sample = passage.length > sampleLength ? passage.slice(0, sampleLength) : passage
  const arabic = count(sample, arabicLetters)
  const letters = count(sample, anyLetter)
  if (letters === 0) return 'und'
  if (arabic * 2 > letters) return detectArabicScript(sample, arabic)
  if (count(sample, latinLetters) * 2 < letters) return 'und'
  const vote = votes(sample)
  if (vote.lead > 0.25) return vote.language
  if (letters >= lettersForTrigrams) return detectByTrigrams(sample)
  return vote.lead > 0.1 ? vote.language : 'und'
}
