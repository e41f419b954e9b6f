import { foldWord } from '../../language/fold.ts'

/**
 * The consonant that an Arabic letter leaves in a key. Letters that Latin spellings of names confuse share one; vowels, weak letters
 * and the glottal stops leave none.
 */
const arabicConsonants: Readonly<Record<string, string>> = {
  ب: 'b',
  ت: 't',
  ث: 't',
  ج: 'j',
  ح: 'h',
  خ: 'k',
  د: 'd',
  ذ: 'd',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 's',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  غ: 'k',
  ف: 'f',
  ق: 'k',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  پ: 'b',
  چ: 's',
  ڤ: 'f',
  گ: 'k',
  ژ: 'j',
}

/** Latin spellings of one sound, longest first; what is in none of them stands for itself. */
const latinSounds: readonly (readonly [RegExp, string])[] = [
  [/tch|sch|sh|ch/g, 's'],
  [/dj|zh/g, 'j'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/kh|gh|qu|ck/g, 'k'],
  [/ph/g, 'f'],
  [/x/g, 'ks'],
  [/g(?=[eiy])/g, 'j'],
  [/c(?=[eiy])/g, 's'],
  [/[cgq]/g, 'k'],
  [/p/g, 'b'],
  [/v/g, 'f'],
  [/[aeiouwy]/g, ''],
]

const isArabic = (word: string): boolean => /\p{Script=Arabic}/u.test(word)

function arabicSkeleton(word: string): string {
  // The ending ة is folded to ه and is no consonant.
  const stem = word.replace(/ه$/, '')
  return Array.from(stem, (letter) => arabicConsonants[letter] ?? '').join('')
}

function latinSkeleton(word: string): string {
  let sounds = word.replaceAll(/(.)\1+/g, '$1')
  for (const [spelling, sound] of latinSounds) sounds = sounds.replaceAll(spelling, sound)
  // A final h is written for ة as often as not.
  return sounds.replaceAll(/[^a-z]/g, '').replace(/h$/, '')
}

/** The consonants by which spellings of one word in Latin and Arabic letters meet; empty for a word without any. */
export function consonantsOf(word: string): string {
  const folded = foldWord(word)
  const skeleton = isArabic(folded) ? arabicSkeleton(folded) : latinSkeleton(folded)
  return skeleton.replaceAll(/(.)\1+/g, '$1')
}
