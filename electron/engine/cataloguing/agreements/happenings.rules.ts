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

function happeningOf(words: string, dates: readonly FoundMention[], start: number): HappeningReading | undefined {
  for (const { type, words: said, ofInstrument } of signs) {
    const match = said.exec(words)
    if (match === null || (ofInstrument === true && !instrument.test(words))) continue
    // The date that stands nearest to the word belongs to it.
    const at = start + match.index
    const [nearest] = [...dates].sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))
    if (nearest === undefined) return undefined
    return { type, value: nearest.value, start, end: start + words.length, text: words }
  }
  return undefined
}

/** What a text says to have happened around its agreements, sentence by sentence, where it says when. */
export function readHappenings({ text, mentions }: TextWithMentions, passages: readonly Passage[]): HappeningReading[] {
  const found: HappeningReading[] = []
  for (const passage of passages) {
    if (datesBetween(mentions, passage.start, passage.end).length === 0) continue
    for (const { text: words, start } of sentencesOf(text, passage.start, passage.end)) {
      if (words.length < 20 || words.length > longest) continue
      const dates = datesBetween(mentions, start, start + words.length)
      const happening = dates.length === 0 ? undefined : happeningOf(words, dates, start)
      if (happening !== undefined) found.push(happening)
      if (found.length >= mostHappenings) return found
    }
  }
  return found
}
