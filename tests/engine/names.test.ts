import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages } from '../../electron/contract/vocabulary.ts'
import { countryName, countryOf } from '../../electron/engine/cataloguing/names/countries.rules.ts'
import { areSameName } from '../../electron/engine/cataloguing/names/same-name.rules.ts'
import { namedIn, namesIn } from '../support/reading-names.ts'

const people = (text: string, language: 'en' | 'fr' | 'ar' = 'en'): string[] =>
  namedIn(text, language).filter((name) => name.startsWith('person'))

describe('people in English', () => {
  it('are read with rank and office, and again by the surname alone', () => {
    const text =
      'Brig. Gen. Patrick Karuretwa, Director General of international military cooperation, met Maj. Gen. Vincent Nyakarundi. Karuretwa thanked him.'
    expect(people(text)).toEqual([
      'person Patrick Karuretwa',
      'person Vincent Nyakarundi',
      'person Karuretwa = Patrick Karuretwa',
    ])
    expect(namesIn(text)[0]).toMatchObject({
      rank: 'Brig. Gen.',
      office: 'Director General of international military cooperation',
    })
  })

  it('are read in a headline in capitals, in the case that names have', () => {
    expect(namedIn('UNITED NATIONS SECRETARY-GENERAL ANTÓNIO GUTERRES VISITED KIGALI')).toEqual([
      'person ANTÓNIO GUTERRES = António Guterres',
      'place KIGALI = Kigali',
    ])
  })

  it('keep particles and hyphens, whatever language the name comes from', () => {
    expect(people('Mr Mohammed bin Salman, Dr. Mohamed Al-Mansouri and Mr Staffan de Mistura met.')).toEqual([
      'person Mohammed bin Salman',
      'person Mohamed Al-Mansouri',
      'person Staffan de Mistura',
    ])
  })

  it('have the office that stands before them, or after', () => {
    const text = 'Foreign Minister Nasser Bourita met Pedro Sánchez, President of the Government of Spain.'
    expect(namesIn(text).map(({ office }) => office)).toEqual([
      'Foreign Minister',
      'President of the Government of Spain',
      undefined,
    ])
  })

  it('are not made of words of the language that look like names', () => {
    expect(namedIn('who are you and may we march in turkey today')).toEqual([])
    expect(people('The Council met on Monday. May God help us. March was cold.')).toEqual([])
  })

  it('are all read in a list of two hundred signatories', () => {
    const list = Array.from(
      { length: 200 },
      (_, n) => `Mr. Patrick Karure${'abcdefghij'[n % 10]}${'klmnopqrst'[Math.floor(n / 10) % 10]}`,
    )
    expect(people(`Signed by ${list.join(', ')}.`)).toHaveLength(200)
  })
})

describe('bodies and places', () => {
  it('are read whole, with their country', () => {
    expect(namesIn('The Ministry of Foreign Affairs of the Kingdom of Morocco and Iraqi forces.')).toMatchObject([
      { type: 'organisation', value: 'Ministry of Foreign Affairs of the Kingdom of Morocco', country: 'MA' },
      { type: 'organisation', value: 'Iraqi forces', country: 'IQ' },
    ])
  })

  it('are one under their name and the acronym that the text gives them', () => {
    expect(namedIn('The African Union (AU) met. The AU will report.')).toEqual([
      'organisation African Union',
      'organisation AU = African Union',
      'organisation AU = African Union',
    ])
  })

  it('need no list where their own words say what they are', () => {
    expect(namedIn('The first meeting of the Joint Military Cooperation Commission was held in Rabat.')).toEqual([
      'organisation Joint Military Cooperation Commission',
      'place Rabat',
    ])
  })

  it('are places with the country that they lie in', () => {
    expect(namesIn('in Marrakesh, Morocco')).toMatchObject([
      { type: 'place', value: 'Marrakesh', country: 'MA' },
      { type: 'country', value: 'Morocco', country: 'MA' },
    ])
  })
})

describe('names in French', () => {
  it('are read after elided articles, with courtesy titles and surnames in capitals', () => {
    expect(
      namedIn(
        "L'ambassadeur du Maroc au Rwanda, M. Youssef IMANI, a salué l’Union africaine et Mme Mushikiwabo.",
        'fr',
      ),
    ).toEqual([
      'country Maroc = Morocco',
      'country Rwanda',
      'person Youssef IMANI = Youssef Imani',
      'organisation Union africaine',
      'person Mushikiwabo',
    ])
  })

  it('keep the particle of a family, and not the country of a sovereign', () => {
    expect(people('Dominique de Villepin et S.M. le Roi Mohammed VI du Maroc', 'fr')).toEqual([
      'person Dominique de Villepin',
      'person Mohammed VI',
    ])
  })

  it('are bodies with adjectives and nouns in small letters', () => {
    expect(
      namedIn('Les Forces armées royales et le Centre d’excellence de Gako ont reçu le ministère de la Défense.', 'fr'),
    ).toEqual([
      'organisation Forces armées royales',
      'organisation Centre d’excellence de Gako',
      'organisation ministère de la Défense',
    ])
  })
})

describe('names in Arabic', () => {
  it('are people after their titles', () => {
    expect(people('التقى وزير الخارجية ناصر بوريطة السيد أنطونيو غوتيريش', 'ar')).toEqual([
      'person ناصر بوريطة',
      'person أنطونيو غوتيريش',
    ])
  })

  it('keep بن and آل and عبد with the name', () => {
    expect(people('وقع اللواء محمد بن عبد العزيز آل سعود الاتفاقية', 'ar')).toEqual([
      'person محمد بن عبد العزيز آل سعود',
    ])
  })

  it('leave the letters that are written with the next word', () => {
    expect(namedIn('وبالرباط وفي المغرب وبرواندا', 'ar')).toEqual([
      'place الرباط',
      'country المغرب = Morocco',
      'country رواندا = Rwanda',
    ])
  })

  it('are bodies, with the article that لل hides', () => {
    expect(namedIn('أعلنت وزارة الدفاع المغربية، وللقوات المسلحة الملكية دور', 'ar')).toEqual([
      'organisation وزارة الدفاع المغربية',
      'organisation لقوات المسلحة الملكية = القوات المسلحة الملكية',
    ])
  })

  it('do not take على for علي', () => {
    expect(namedIn('على هامش الاجتماع', 'ar')).toEqual([])
  })
})

describe('countries', () => {
  const spelt: Record<string, string> = {
    MA: 'Morocco|Kingdom of Morocco|Moroccan|Maroc|marocaine|المغرب|المملكة المغربية|مغربي|بالمغرب',
    RW: 'Rwandan|République du Rwanda|rwandais|الرواندية|لرواندا',
    NE: 'Niger|nigérien',
    NG: 'Nigeria|nigérian',
    TN: 'تونس|Tunisie',
    GB: 'the United Kingdom',
  }
  it.each(Object.entries(spelt))('are known by name and adjective: %s', (code, names) => {
    for (const name of names.split('|')) expect([name, countryOf(name)]).toEqual([name, code])
  })

  it('are nothing for other words', () => {
    expect(['', 'Rabat', 'mor', '123', 'والي'].map(countryOf)).toEqual(Array.from({ length: 5 }, () => undefined))
  })

  it('have a short name in each language', () => {
    expect((['en', 'fr', 'ar'] as const).map((language) => countryName('MA', language))).toEqual([
      'Morocco',
      'Maroc',
      'المغرب',
    ])
  })
})

describe('the same name', () => {
  it.each([
    ['Nasser Bourita', 'ناصر بوريطة'],
    ['António Guterres', 'أنطونيو غوتيريش'],
    ['Mohammed VI', 'Mohamed VI'],
    ['BOURITA Nasser', 'Nasser Bourita'],
  ])('is recognised across spellings and scripts: %s, %s', (one, other) => {
    expect(areSameName(one, other)).not.toBe('different')
  })

  it.each([
    ['Nasser Bourita', 'Nasser Al-Khelaifi'],
    ['Patrick Karuretwa', 'باتريك نياموارا'],
  ])('is not seen in two: %s, %s', (one, other) => {
    expect(areSameName(one, other)).toBe('different')
  })
})

const pieces = [
  ...'Brig. Gen. Mr M. Mme Nasser Bourita BOURITA de bin Al- J. III , . ( ) Ministry of Foreign Affairs regime'.split(
    ' ',
  ),
  ...'ministère d’ la Défense Union AU (AU) the Syrian people وزير الخارجية ناصر بن عبد الله و لل مدينة المغرب'.split(
    ' ',
  ),
  ...['\n', ' ', '\u0640', '\u064E', '\uD800', '\u0000', '’', '𝔄', 'ﷺ'],
]

describe('any text', () => {
  it('is read without an error, each name where it says it stands, in order and apart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 40 }),
        fc.constantFrom(...languages),
        (words, language) => {
          const text = words.join(' ')
          let last = 0
          for (const { start, end, value, confidence } of namesIn(text, language)) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(text.length)
            expect(value).not.toBe('')
            expect(confidence).toBeGreaterThan(0)
            last = end
          }
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('says nothing of one that names nobody', () => {
    expect(namesIn('')).toEqual([])
    expect(namesIn('\n\n \u0000 …')).toEqual([])
  })
})
