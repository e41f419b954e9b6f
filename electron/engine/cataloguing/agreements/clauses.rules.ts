import type { Clause } from '../../../contract/schemas.ts'

/** What an instrument says of its own life: the first sentence that says it. */
type OwnClause = Exclude<Clause['type'], 'areas' | 'occasion'>
const patterns: Readonly<Record<OwnClause, RegExp>> = {
  'entry-into-force':
    /[^.\n]*(?:\b(?:shall|will) (?:enter|come) into (?:force|effect)\b|\bentrera? en vigueur\b|\bentre en vigueur\b|(?:تدخل|يدخل)[^.\n]{0,60}حيز (?:النفاذ|التنفيذ))[^.\n]*\.?/iu,
  duration:
    /[^.\n]*(?:\b(?:shall )?remain in force\b|\b(?:for a|initial) (?:period|term) of\b|\bdemeurera? en vigueur\b|\best conclue? pour une (?:durée|période)\b|\brestera en vigueur\b|(?:تسري|يسري|تظل|يظل)[^.\n]{0,60}(?:لمدة|سارية?|ساري المفعول))[^.\n]*\.?/iu,
  termination:
    /[^.\n]*(?:\bterminat(?:e|ed|ion)\b[^.\n]{0,80}\b(?:notice|notif)|\bdenounc|\bdénonc|\brésili|(?:إنهاء|نقض)[^.\n]{0,60}(?:إشعار|إخطار))[^.\n]*\.?/iu,
  languages:
    /[^.\n]*(?:\b(?:equally authentic|being authentic|in the [\p{L}, ]{3,60} languages?)\b|\b(?:faisant également foi|en langues? [\p{L}, ]{3,40})\b|(?:النصين|النصوص|نسخ)[^.\n]{0,60}(?:الحجية|باللغات?|متساوية))[^.\n]*\.?/iu,
}
const longestClause = 600

/** The clauses of an instrument on entry into force, duration, termination and authentic languages, in its own words. */
export function clausesOf(text: string): Clause[] {
  return (Object.keys(patterns) as OwnClause[]).flatMap((type): Clause[] => {
    const match = patterns[type].exec(text)
    if (match === null) return []
    const words = match[0].slice(0, longestClause)
    const start = match.index + (words.length - words.trimStart().length)
    return [{ type, start, end: match.index + words.trimEnd().length, text: words.trim() }]
  })
}
