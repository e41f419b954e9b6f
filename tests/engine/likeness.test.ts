import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareTexts } from '../../electron/engine/editions/compare-texts.ts'
import {
  compareFigures,
  estimateLikeness,
  nameWithoutLanguage,
  shareInCommon,
  shinglesOf,
  sketchFigures,
} from '../../electron/engine/editions/likeness.rules.ts'
import { signText } from '../../electron/engine/editions/signature.rules.ts'
import { analyseText } from '../../electron/engine/language/analyse.ts'

describe('comparing two texts', () => {
  it('says so when there is no time to put the differences in order', () => {
    const text = (word: string): string => Array.from({ length: 3000 }, (_, n) => `${word} ${n}.`).join('\n\n')
    const compared = compareTexts(text('one'), text('two'), 0)
    expect(compared.truncated).toBe(true)
    expect(compared.lines.length).toBeLessThanOrEqual(2000)
    expect(compareTexts('', '')).toEqual({ lines: [], truncated: false })
  })

  it('gives both texts back when nothing is left out', () => {
    const line = fc.constantFrom('One.', 'Two.', 'Three.', 'Four.')
    fc.assert(
      fc.property(fc.array(line, { maxLength: 3 }), fc.array(line, { maxLength: 3 }), (first, second) => {
        const { lines } = compareTexts(first.join('\n\n'), second.join('\n\n'))
        if (lines.length === 0) {
          expect(first).toEqual(second)
          return
        }
        if (lines.some(({ text }) => text === '…')) return
        const without = (kind: string): string[] => lines.flatMap((each) => (each.kind === kind ? [] : each.text))
        expect(without('added')).toEqual(first)
        expect(without('removed')).toEqual(second)
      }),
    )
  })
})

describe('the rules of likeness', () => {
  it('estimate within 0.2 of what counting says', () => {
    const words = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 150, maxLength: 500 })
    const property = fc.property(words, fc.double({ min: 0, max: 1, noNaN: true }), (numbers, share) => {
      const cut = Math.floor(numbers.length * share)
      const one = numbers.map((n) => `w${n}`)
      const other = one.map((word, at) => (at < cut ? word : `x${at}`))
      const [first, second] = [one, other].map((each) => analyseText(each.join(' '), 'en'))
      if (first === undefined || second === undefined) return
      const sketches = [first, second].map((each) => new Uint32Array(signText(each).shingles.slice().buffer))
      const estimate = estimateLikeness(sketches[0] ?? new Uint32Array(64), sketches[1] ?? new Uint32Array(64))
      const exact = shareInCommon(shinglesOf(first.hashes), shinglesOf(second.hashes))
      expect(Math.abs(estimate - exact)).toBeLessThanOrEqual(0.2)
    })
    // A fixed seed: one text in some thousands is further off, as chance has it.
    fc.assert(property, { seed: 7, numRuns: 200 })
  })

  it('count the figures in common, each once, and estimate for many', () => {
    const compare = (first: string[], second: string[]) => compareFigures(sketchFigures(first), sketchFigures(second))
    expect(compare([], [])).toEqual({ common: 0, likeness: 0 })
    expect(compare(['12', '2031', '12'], ['2031', '12'])).toEqual({ common: 2, likeness: 1 })
    expect(compare(['12', '2031'], ['2031', '13', '14'])).toEqual({ common: 1, likeness: 0.25 })
    const many = Array.from({ length: 200 }, (_, n) => String(n + 10))
    expect(compare(many, many.slice(0, 100)).likeness).toBeGreaterThan(0.25)
    expect(compare(many, many.slice(0, 100)).likeness).toBeLessThan(0.75)
  })

  it.each([
    ['Accord_FR.pdf', 'accord', true],
    ['accord-ar.docx', 'accord', true],
    ['accord.en.txt', 'accord', true],
    ['accord (English).pdf', 'accord', true],
    ['بيان_عربي.pdf', 'بيان', true],
    ['accord.pdf', 'accord', false],
    ['garden.txt', 'garden', false],
    ['fr.pdf', 'fr', false],
    ['_fr.pdf', '', false],
    ['', '', false],
  ])('take the language off the name %s', (name, stem, namesLanguage) => {
    expect(nameWithoutLanguage(name)).toEqual({ stem, namesLanguage })
  })
})
