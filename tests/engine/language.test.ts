import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyseText, mainLanguage } from '../../electron/engine/language/analyse.ts'
import { detectLanguage } from '../../electron/engine/language/detect.ts'
import { foldWord } from '../../electron/engine/language/fold.ts'
import { segmentWords } from '../../electron/engine/language/segment.ts'
import { stemWord } from '../../electron/engine/language/stem.ts'

const exactWords = (text: string): string[] => segmentWords(text).map((word) => word.exact)

describe('folding a word', () => {
  it.each([
    ['upper case', 'COOPERATION', 'cooperation'],
    ['a French accent', 'Coopération', 'cooperation'],
    ['an accent in two characters', 'Cooperation'.replace('e', 'e\u0301'), 'cooperation'],
    ['a French ligature', 'Œuvre', 'oeuvre'],
    ['a typographic ligature', 'oﬃcial', 'official'],
    ['full-width letters', 'ＲＡＢＡＴ', 'rabat'],
    ['the cedilla', 'Française', 'francaise'],
    ['vowel marks', 'اِتِّفَاقِيَّة', 'اتفاقيه'],
    ['tatweel', 'تعـــاون', 'تعاون'],
    ['hamza above its seat', 'أمن', 'امن'],
    ['hamza below its seat', 'إعلان', 'اعلان'],
    ['madda', 'آفاق', 'افاق'],
    ['hamza on waw', 'مؤتمر', 'موتمر'],
    ['hamza on ya', 'رئيس', 'رييس'],
    ['alif maqsura', 'على', 'علي'],
    ['ta marbuta', 'دولة', 'دوله'],
    ['presentation forms', '\ufe8d\ufedf\ufeae\ufe91\ufe8e\ufec1', 'الرباط'],
    ['the lam-alif ligature', '\ufefbتفاق', 'لاتفاق'],
    ['Arabic-Indic digits', '٢٠٢٦', '2026'],
    ['Persian digits', '۲۰۲۶', '2026'],
    ['a Persian kaf', 'اشتراک', 'اشتراك'],
  ])('reads %s as its plain form', (_, written, plain) => {
    expect(foldWord(written)).toBe(plain)
  })

  it('keeps words that are names of object properties', () => {
    expect(['constructor', '__proto__', 'toString', 'hasOwnProperty'].map(foldWord)).toEqual([
      'constructor',
      'proto',
      'tostring',
      'hasownproperty',
    ])
  })

  it('folds letters beside signs of another script', () => {
    expect(foldWord('À\ufd40')).toBe('a')
  })

  it('changes nothing in what it has folded, and leaves letters and digits only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const folded = foldWord(text)
        expect(foldWord(folded)).toBe(folded)
        expect(folded).toMatch(/^[\p{L}\p{N}]*$/u)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('cutting a text into words', () => {
  it.each([
    ['a straight apostrophe', "l'accord", ['accord']],
    ['a curly apostrophe', 'l’accord', ['accord']],
    ['an elision in capitals', 'L’ACCORD', ['accord']],
    ['qu’', 'qu’elle', ['elle']],
    ['aujourd’hui', 'aujourd’hui', ['aujourdhui']],
    ['the English possessive', 'Morocco’s minister', ['morocco', 'minister']],
    ['an abbreviation with points', 'U.N. resolution', ['un', 'resolution']],
    ['a number with commas', '2,500 soldiers', ['2500', 'soldiers']],
    ['a number with narrow spaces', '2\u202f500 soldats', ['2500', 'soldats']],
    ['tatweel inside a word', 'التعـاون', ['التعاون']],
    ['punctuation', '«Accord», (signé)!', ['accord', 'signe']],
    ['names of object properties', 'constructor __proto__', ['constructor', 'proto']],
    ['Chinese, sign by sign', '合作', ['合', '作']],
    ['nothing but signs', '!? — … 🤝', []],
  ])('reads %s', (_, text, words) => {
    expect(exactWords(text)).toEqual(words)
  })

  it.each(['co-operation', 'co\u2010operation', 'co\u2011operation'])(
    'offers %s both as two words and as one',
    (text) => {
      expect(segmentWords(text).map(({ exact, joined }) => [exact, joined])).toEqual([
        ['co', undefined],
        ['operation', 'cooperation'],
      ])
    },
  )

  it('gives places that lie inside the text, in order and apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        let end = 0
        for (const word of segmentWords(text)) {
          expect(word.start).toBeGreaterThanOrEqual(end)
          expect(word.end).toBeGreaterThan(word.start)
          end = word.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('stemming', () => {
  const stemOf = (word: string, language: 'en' | 'fr' | 'ar'): string => stemWord(foldWord(word), language)

  it.each([
    ['agreement', 'agreements', 'en'],
    ['train', 'training', 'en'],
    ['accord', 'accords', 'fr'],
    ['militaire', 'militaires', 'fr'],
    ['coopération', 'COOPERATION', 'fr'],
    ['اتفاقية', 'الاتفاقية', 'ar'],
    ['اتفاقية', 'اتفاقيات', 'ar'],
    ['اتفاقية', 'والاتفاقية', 'ar'],
    ['تعاون', 'للتعاون', 'ar'],
    ['تعاون', 'بالتعاون', 'ar'],
    ['وزير', 'الوزيران', 'ar'],
  ] as const)('gives %s and %s one stem', (one, other, language) => {
    expect(stemOf(one, language)).toBe(stemOf(other, language))
  })

  it('leaves numbers and mixtures as they are', () => {
    expect(stemWord('2026', 'en')).toBe('2026')
    expect(stemWord('a320', 'fr')).toBe('a320')
  })

  it('never cuts an Arabic word to nothing', () => {
    for (const word of ['ال', 'لل', 'وال', 'ها', 'و', 'ان', 'بال']) expect(stemOf(word, 'ar')).not.toBe('')
  })
})

describe('finding the language of a passage', () => {
  it.each([
    ['en', 'The two ministers met in Rabat and agreed that the work of the commission would begin in January.'],
    ['fr', 'Les deux ministres se sont réunis à Rabat et ont convenu que la commission se tiendrait en janvier.'],
    ['ar', 'اجتمع الوزيران في الرباط واتفقا على أن تبدأ اللجنة أعمالها في شهر يناير.'],
    ['und', 'این توافقنامه میان دو کشور در تهران امضا شد و گفتگوها پیرامون همکاری ادامه یافت.'],
    ['und', 'De twee ministers hebben elkaar in Den Haag gesproken en zijn het eens geworden over de samenwerking.'],
    ['und', '12:30 — 2026 / 17'],
    ['und', ''],
  ])('says %s for: %s', (language, passage) => {
    expect(detectLanguage(passage)).toBe(language)
  })

  it('takes a document for the language of most of its text', () => {
    const french = 'La commission s’est réunie pour la première fois et les deux délégations ont salué son travail. '
    expect(mainLanguage(analyseText(`The agreement was signed in the capital.\n\n${french.repeat(4)}`))).toBe('fr')
  })

  it('answers for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(['en', 'fr', 'ar', 'und']).toContain(detectLanguage(text))
      }),
      { numRuns: 300 },
    )
  })
})
