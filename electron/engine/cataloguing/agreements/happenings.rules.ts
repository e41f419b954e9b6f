import type { HappeningType } from '../../../contract/schemas.ts'
import type { Passage } from '../../language/analyse.ts'
import type { FoundMention } from '../mention.ts'
import { type TextWithMentions, datesBetween } from './agreement-reading.ts'
import { sentencesOf } from './sentences.ts'

/** Something that a text says to have happened, or to be going to, on a day: its words as UTF-16 offsets into the text. */
export interface HappeningReading {
  readonly type: HappeningType
  /** When, as EDTF. */
  readonly value: string
  readonly start: number
  readonly end: number
  readonly text: string
}

const instrument =
  /\b(?:agreement|accord|treaty|convention|protocol|memorandum|traité|protocole|mémorandum)(?![\p{L}])|(?:اتفاق|معاهدة|بروتوكول|مذكرة)/iu

interface Sign {
  readonly type: HappeningType
  readonly words: RegExp
  /** Says so only of an agreement that the sentence names. */
  readonly ofInstrument?: boolean
}

const signs: readonly Sign[] = [
  {
    type: 'in-force',
    ofInstrument: true,
    words:
      /\b(?:entered|came|entry) into (?:force|effect)\b|\b(?:est entrée?|entrée) en vigueur\b|دخلت?[^.\n]{0,30}حيز (?:النفاذ|التنفيذ)/iu,
  },
  {
    type: 'ratified',
    ofInstrument: true,
    words: /(?<![\p{L}])ratif(?:ied|ication|iée?)(?![\p{L}])|صادق|المصادقة|التصديق/iu,
  },
  { type: 'suspended', ofInstrument: true, words: /(?<![\p{L}])suspend(?:ed|ue?)(?![\p{L}])|تعليق العمل|علّ?قت?/iu },
  {
    type: 'terminated',
    ofInstrument: true,
    words: /(?<![\p{L}])(?:terminated|denounced|dénoncée?|résiliée?)(?![\p{L}])|أنهت|إنهاء العمل/iu,
  },
  {
    type: 'signed',
    ofInstrument: true,
    words:
      /(?<![\p{L}])(?:signed|signature|signing|signée?|concluded|conclue?)(?![\p{L}])|وُ?قّ?عت?|توقيع|الموقعة?|المبرمة?/iu,
  },
  { type: 'visit', words: /\bvisit(?:ed|s)?\b|\bvisite\b|\ba visité\b|(?:زار|زيارة)(?![\p{L}])/iu },
  {
    type: 'meeting',
    words:
      /\b(?:met|meeting|session|convened|held talks|consultations|summit)\b|(?<![\p{L}])(?:réunion|session|se sont réunis|s['’]est réunie?|rencontre|sommet|pourparlers)(?![\p{L}])|(?:اجتماع|اجتمع|دورة|دورتها|دورته|لقاء|قمة|عقدت)/iu,
  },
]

const longest = 700
const mostHappenings = 80

interface Said {
  readonly type: HappeningType
  /** UTF-16 offsets into the sentence. */
  readonly start: number
  readonly end: number
}

/** Every word of a sentence that says that something happened, and what; of two that overlap the first of the table. */
function saidIn(words: string): Said[] {
  const namesInstrument = instrument.test(words)
  const said: Said[] = []
  for (const { type, words: pattern, ofInstrument } of signs) {
    if (ofInstrument === true && !namesInstrument) continue
    for (const { 0: match, index } of words.matchAll(new RegExp(pattern, 'giu'))) {
      const end = index + match.length
      if (!said.some((other) => other.start < end && index < other.end)) said.push({ type, start: index, end })
    }
  }
  return said.sort((a, b) => a.start - b.start)
}

/** A date belongs to the word nearest to it, rather to one before it than behind it. */
function nearestTo(said: readonly Said[], from: number, to: number): Said | undefined {
  const distance = ({ start, end }: Said): number => (end <= from ? from - end : 2 * Math.max(0, start - to))
  return [...said].sort((a, b) => distance(a) - distance(b))[0]
}

/** What a sentence says to have happened, once for each of its dates. Of the second on, the words begin where they say it. */
function happeningsOf(words: string, dates: readonly FoundMention[], start: number): HappeningReading[] {
  const said = saidIn(words)
  const end = start + words.length
  const found: HappeningReading[] = []
  for (const date of dates) {
    const nearest = nearestTo(said, date.start - start, date.end - start)
    if (nearest === undefined) return []
    // `the 2016 texts`: a year beside another date of the sentence is most often a name's.
    if (found.length > 0 && date.value.length < 7) continue
    if (found.some(({ type, value }) => type === nearest.type && value === date.value)) continue
    const from = found.length === 0 ? 0 : nearest.start
    if (found.some((other) => other.start === start + from)) continue
    found.push({ type: nearest.type, value: date.value, start: start + from, end, text: words.slice(from) })
  }
  return found
}

/** What a text says to have happened around its agreements, sentence by sentence, where it says when. */
export function readHappenings({ text, mentions }: TextWithMentions, passages: readonly Passage[]): HappeningReading[] {
  const found: HappeningReading[] = []
  for (const passage of passages) {
    if (datesBetween(mentions, passage.start, passage.end).length === 0) continue
    for (const { text: words, start } of sentencesOf(text, passage.start, passage.end)) {
      if (words.length < 20 || words.length > longest) continue
      const dates = datesBetween(mentions, start, start + words.length)
      if (dates.length > 0) found.push(...happeningsOf(words, dates, start))
      if (found.length >= mostHappenings) return found.slice(0, mostHappenings)
    }
  }
  return found
}
