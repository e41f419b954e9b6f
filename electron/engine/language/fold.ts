const arabicMarks = /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u0640]/g
const combiningMarks = /\p{Mn}+/gu
const onlyAscii = /^[a-z0-9]*$/
const hasArabic = /\p{Script=Arabic}/u
const notWordCharacter = /[^\p{L}\p{N}]+/gu

/** Letters that compatibility normalisation leaves alone although readers type them as others. */
const latinLetters: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
}
const latinLetterPattern = /[œæßøđðþłı]/g

/** Seats of hamza, the two final yas, ta marbuta and letters borrowed from Persian keyboards, each read as its plain form. */
const arabicLetters: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ٲ: 'ا',
  ٳ: 'ا',
  ؤ: 'و',
  ئ: 'ي',
  ى: 'ي',
  ی: 'ي',
  ے: 'ي',
  ة: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ە: 'ه',
  ک: 'ك',
  ګ: 'ك',
}
const arabicLetterPattern = /[أإآٱٲٳؤئىیےةۀہەکګ]/g

function foldDigit(digit: string): string {
  const code = digit.charCodeAt(0)
  return String(code >= 0x06f0 ? code - 0x06f0 : code - 0x0660)
}

function foldArabic(word: string): string {
  return word
    .normalize('NFC')
    .replace(arabicMarks, '')
    .replace(arabicLetterPattern, (letter) => arabicLetters[letter] ?? letter)
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, foldDigit)
    .replace(/\u0621+$/, '')
}

function foldOther(word: string): string {
  return word
    .normalize('NFD')
    .replace(combiningMarks, '')
    .normalize('NFC')
    .replace(latinLetterPattern, (letter) => latinLetters[letter] ?? letter)
}

/**
 * One word in the form in which it is indexed and asked for: compatibility-normalised (NFKC), lower case, without diacritics,
 * with Arabic letter variants unified and every digit in ASCII. The result holds letters and digits only; it is empty for a
 * word that has neither. Folding a folded word changes nothing.
 */
export function foldWord(word: string): string {
  const lower = word.toLowerCase()
  if (onlyAscii.test(lower)) return lower
  // In this order: what is left out last would else hide from the steps before it what they have to fold.
  const letters = foldOther(lower.normalize('NFKC').toLowerCase()).replace(notWordCharacter, '')
  return hasArabic.test(letters) ? foldArabic(letters) : letters
}
