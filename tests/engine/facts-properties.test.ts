import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outlineOf } from '../../electron/engine/cataloguing/outline.rules.ts'
import { readFacts } from '../../electron/engine/cataloguing/read-facts.ts'
import { analyseText } from '../../electron/engine/language/analyse.ts'

const words = `The Agreement between Morocco and Spain signed at Rabat on 12 May 2024 shall enter into force . , ; :
Article 1 DONE IN WITNESS WHEREOF covers fishing research rescue meeting visit will meet before 30 June 2027 31 February
L’accord signé lors d’une rencontre entre le Maroc et l’Espagne porte sur la pêche du 18 au 22 janvier 2026 s’engage
الاتفاقية الموقعة خلال اللقاء بين المغرب وإسبانيا تشمل الصيد في 12 ماي 2024 ستعقد الدورة embargo check against delivery
(a) - BOURITA Brig. Gen. \u0000 \uD800 \u0640 \u202E 1447 هـ ١٢`.split(/\s+/u)
const text = fc
  .array(fc.constantFrom(...words, '\n', '\n\n', ' ', '  '), { maxLength: 120 })
  .map((parts) => parts.join(' '))

describe('what is read in any text', () => {
  it('is read without an error, and stands in the text where it says', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('', '2026-01-23', '2026'),
        (pages, issued) => {
          const joined = pages.join('\n\n')
          const { passages } = analyseText(joined, 'en')
          const numbered = pages.map((each) => ({ text: each }))
          const facts = readFacts({ pages: numbered, passages, title: pages[0]?.slice(0, 80) ?? '', issued })
          const read = [...facts.mentions, ...facts.agreements, ...facts.commitments, ...facts.happenings]
          for (const each of read) expect(each.text).toBe(pages[each.page - 1]?.slice(each.start, each.end))
          for (const { page, start, end } of outlineOf(numbered, 'Title', 'en').paragraphs)
            expect(pages[page - 1]?.slice(start, end)).not.toBe('')
        },
      ),
      { numRuns: 400 },
    )
  })
})
