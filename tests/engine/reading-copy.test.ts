import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import lunr from 'lunr'
import { describe, expect, it } from 'vitest'
import { type ReadingFiles, readingFields } from '../../electron/contract/reading-copy.ts'
import type { Language } from '../../electron/contract/vocabulary.ts'
import { FormCollector } from '../../electron/engine/exporting/reading-copy/form-collector.ts'
import { ReadingIndex } from '../../electron/engine/exporting/reading-copy/reading-index.ts'
import { askedWords, eachTerm, hasPhrase, readQuestion } from '../../electron/engine/language/reading-terms.ts'
import { filesBelow } from '../support/a-folder.ts'
import { threeLanguages } from '../support/three-languages.ts'

const termsOf = (text: string, language: Language): string[] => {
  const terms: string[] = []
  eachTerm(text, language, (term) => terms.push(term))
  return terms
}

const noForms = (): readonly string[] => []

const finds = (text: string, language: Language, question: string): boolean => {
  const terms = new Set(termsOf(text, language))
  const collector = new FormCollector()
  collector.take(terms)
  const forms = collector.byStem()
  const asked = askedWords(question, (stem) => forms[stem]?.split(' ') ?? [])
  return asked.every((word) => word.terms.some((term) => terms.has(term)))
}

interface Titled {
  readonly title: string
  readonly text: string
}

const ownIndex = (documents: readonly Titled[], first: number): string => {
  const index = new ReadingIndex(first)
  for (const each of documents) index.add(each, 'en')
  return index.toJson()
}

/** The same documents through Lunr's own builder. */
function lunrIndex(documents: readonly Titled[], first: number): object {
  const builder = new lunr.Builder()
  builder.pipeline.reset()
  builder.searchPipeline.reset()
  Object.assign(builder, {
    tokenizer: (text: string) => termsOf(text, 'en').map((term) => new lunr.Token(term, {})),
  })
  builder.ref('ref')
  for (const { name, boost } of readingFields) builder.field(name, { boost })
  for (const [at, each] of documents.entries()) builder.add({ ...each, ref: String(first + at) })
  return builder.build().toJSON()
}

describe('the index of a reading copy', () => {
  it.each([
    ['The agreements were signed in Kigali.', 'en', 'agreement'],
    ['The agreement was signed.', 'en', 'AGREEMENTS'],
    ['L’accord de coopération', 'fr', 'accords'],
    ['L’accord de coopération', 'fr', 'cooperation'],
    ['Economic co-operation', 'en', 'cooperation'],
    ['Economic cooperation', 'en', 'co-operation'],
    ['وقّع الوزيران على الاتفاقية', 'ar', 'اتفاقية'],
    ['الأمم المتحدة', 'ar', 'الامم'],
    ['سنة ١٩٩٦', 'ar', '1996'],
  ] as const)('finds “%s” (%s) by “%s”', (text, language, question) => {
    expect(finds(text, language, question)).toBe(true)
  })

  it.each([
    ['The agreement was signed.', 'en', 'visa'],
    ['اتفاقية التعاون', 'ar', 'السياحة'],
  ] as const)('does not find “%s” (%s) by “%s”', (text, language, question) => {
    expect(finds(text, language, question)).toBe(false)
  })

  it('asks for function words only where there is nothing else', () => {
    expect(askedWords('the agreement', noForms).map(({ exact }) => exact)).toEqual(['agreement'])
    expect(askedWords('the', noForms).map(({ exact }) => exact)).toEqual(['the'])
    expect(askedWords(' !? ', noForms)).toEqual([])
  })

  it('has phrases in the quotation marks of every language, and words to do without', () => {
    const read = (question: string) => {
      const { words, phrases, without } = readQuestion(question, noForms)
      const exact = (some: readonly { readonly exact: string }[]) => some.map((word) => word.exact).join(' ')
      return [exact(words), phrases.map(exact), exact(without)]
    }
    expect(read('"joint commission" Rabat')).toEqual(['joint commission rabat', ['joint commission'], ''])
    expect(read('« accord de coopération » -visa')).toEqual([
      ...['accord cooperation', ['accord de cooperation'], 'visa'],
    ])
    expect(read('“التعاون العسكري”')[1]).toHaveLength(1)
    expect(read('"word" "')).toEqual(['word', [], ''])
    expect(read('co-operation - x')).toEqual(['cooperation x', [], ''])
  })

  it('finds a phrase where its words stand one after another, in any form and with any marks', () => {
    const phraseOf = (text: string) => readQuestion(`"${text}"`, noForms).phrases[0] ?? []
    expect(hasPhrase('The Joint\nCommission met.', phraseOf('joint commission'))).toBe(true)
    expect(hasPhrase('The commission was joint.', phraseOf('joint commission'))).toBe(false)
    expect(hasPhrase('une Coopération militaire', phraseOf('cooperation militaire'))).toBe(true)
    expect(hasPhrase('', phraseOf('joint commission'))).toBe(false)
  })

  it('is what Lunr itself would have built', () => {
    const documents = ['Alpha agreement', 'Beta visit, 1996', '', 'The Alpha visits __proto__ constructor'].map(
      (title, at) => ({ title, text: `${title} alpha beta `.repeat(at) }),
    )
    expect(JSON.parse(ownIndex(documents, 200))).toEqual(JSON.parse(JSON.stringify(lunrIndex(documents, 200))))
  })

  it('is what Lunr itself would have built of any documents', () => {
    const text = fc.array(fc.oneof(fc.constantFrom('alpha', 'beta', 'gamma', '12'), fc.string({ unit: 'binary' })), {
      maxLength: 12,
    })
    const titled = fc.record({ title: text, text }).map((each) => ({
      title: each.title.join(' '),
      text: each.text.join(' '),
    }))
    fc.assert(
      fc.property(fc.array(titled, { minLength: 1, maxLength: 5 }), (documents) => {
        expect(JSON.parse(ownIndex(documents, 0))).toEqual(JSON.parse(JSON.stringify(lunrIndex(documents, 0))))
      }),
    )
  })

  it('can be loaded by Lunr, with documents counted from its first', () => {
    const documents = ['Alpha agreement', 'Beta visit'].map((title) => ({ title, text: '' }))
    const index = lunr.Index.load(JSON.parse(ownIndex(documents, 200)) as object)
    const found = index.query((query) => query.term('visit', { usePipeline: false }))
    expect(found.map(({ ref }) => ref)).toEqual(['201'])
  })

  it('takes any question', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (question) => {
        expect(() => askedWords(question, noForms)).not.toThrow()
      }),
    )
  })
})

describe('the reading copy of a package', () => {
  it('holds every document with its text and its files, and names nothing outside', async () => {
    const archive = await threeLanguages().open()
    const to = path.join(path.dirname(archive.folder), 'package')
    const input = { exportId: 'one', selection: { query: 'tag:cooperation' }, format: 'bag', to, title: 'T' } as const
    await archive.call('exports.run', input)
    const names = await filesBelow(to)
    const read = async <K extends keyof ReadingFiles>(kind: K): Promise<ReadingFiles[K]> => {
      const script = await readFile(path.join(to, `reading/${kind}-0000.js`), 'utf8')
      let received: unknown
      const receive = (_kind: string, _number: number, json: string): void => {
        received = JSON.parse(json)
      }
      runInNewContext(script, { readingCopy: { receive } })
      return received as ReadingFiles[K]
    }
    const documents = await read('documents')
    const texts = await read('texts')
    expect(documents).toHaveLength(3)
    for (const [at, { original, text }] of documents.entries()) {
      expect(names).toEqual(expect.arrayContaining([decodeURIComponent(original), decodeURIComponent(text)]))
      expect(texts[at]?.join('\n\f\n')).toBe(await readFile(path.join(to, decodeURIComponent(text)), 'utf8'))
    }
    const { happenings, agreements } = await read('contents')
    for (const { document } of [...happenings, ...agreements.flatMap(({ links }) => links)])
      expect(document).toBeLessThan(3)
    expect(await readFile(path.join(to, 'index.html'), 'utf8')).not.toMatch(/https?:/)
  })
})
