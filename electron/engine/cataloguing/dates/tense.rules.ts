import type { Tense } from './resolve.ts'
import type { DateLanguage } from './vocabulary/vocabulary.ts'

/** Words that tell whether a sentence looks back or ahead. */
const signs: Readonly<Record<DateLanguage, { readonly past: RegExp; readonly future: RegExp }>> = {
  en: {
    past: /\b(?:was|were|had|did|has|have|earlier|ago|last|since|took|met|held|made|gave|said|told|came|went|saw|began|brought|won|led|left|\p{L}{3,}ed)\b/giu,
    future:
      /(?:\b(?:will|shall|would|may|must|to be|(?:is|are) (?:to|due|expected|scheduled|set))\b|['’]ll\b)(?: (?:not|also|then|be|have|to))*(?: \p{L}+)?|\b(?:going to|upcoming|coming|plans|planned|next|ahead|forthcoming)\b/giu,
  },
  fr: {
    past: /(?<!\p{L})(?:a|ont|avait|avaient|était|étaient|fut|furent|s['’]est|sont|dernier|dernière|depuis|\p{L}+(?:èrent|irent|urent|ait|aient))(?!\p{L})/giu,
    future:
      /(?<!\p{L})(?:\p{L}{2,}(?:era|eront|ira|iront|ra|ront)|prochain|prochaine|prévue?s?|doit|doivent|va|vont|d['’]ici|jusqu)(?!\p{L})/giu,
  },
  ar: {
    past: /(?<!\p{L})(?:كان|كانت|تم|تمت|قد|وقع|وقعت|جرى|جرت|عقد|عقدت|شهد|شهدت|الماضي|الماضية|المنصرم|قام|قامت|أعلن|أعلنت|استقبل|انعقد|انعقدت|منذ)(?!\p{L})/gu,
    future:
      /(?<!\p{L})(?:و?س[تيأن]\p{L}{3,}|سوف|المقبل|المقبلة|القادم|القادمة|المزمع|المرتقب|من المقرر|بحلول)(?!\p{L})/gu,
  },
}

/** How far a verb may stand from the date that it tells of. */
const reach = 90

/** Where the last sign ends: `will be signed` ends with a word that looks back by itself. */
const lastEndOf = (pattern: RegExp, text: string): number => {
  let last = -1
  for (const match of text.matchAll(pattern)) last = match.index + match[0].length
  return last
}

const firstIndexOf = (pattern: RegExp, text: string): number => {
  const first = text.search(pattern)
  return first === -1 ? Infinity : first
}

const sentenceEnd = /[.!?؟]\s+(?=[\p{Lu}\u0621-\u064a«"“])|\n\s*\n/gu

/** Whether the sentence around a place looks back (-1), ahead (1) or does not say; the nearest sign before the date rules. */
export function tenseAround(text: string, start: number, end: number, language: DateLanguage): Tense {
  const { past, future } = signs[language]
  const before =
    text
      .slice(Math.max(0, start - reach), start)
      .split(sentenceEnd)
      .at(-1) ?? ''
  const pastEnd = lastEndOf(past, before)
  const futureEnd = lastEndOf(future, before)
  if (pastEnd !== -1 || futureEnd !== -1) return futureEnd >= pastEnd ? 1 : -1
  const after = text.slice(end, end + reach).split(sentenceEnd)[0] ?? ''
  const pastAfter = firstIndexOf(past, after)
  const futureAfter = firstIndexOf(future, after)
  return pastAfter === futureAfter ? 0 : futureAfter < pastAfter ? 1 : -1
}
