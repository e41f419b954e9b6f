import { readFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import lunr from 'lunr'
import { describe, expect, it } from 'vitest'
import type { ReadingFiles } from '../../electron/contract/reading-copy.ts'
import { readingIndex } from '../../electron/engine/exporting/reading-copy/reading-index.ts'
import { askedWords, termsOfText } from '../../electron/engine/language/reading-terms.ts'
import { filesBelow } from '../support/a-folder.ts'
import { threeLanguages } from '../support/three-languages.ts'

const finds = (text: string, language: 'en' | 'fr' | 'ar', question: string): boolean => {
  const terms = new Set(termsOfText(text, language))
  return askedWords(question).every((word) => word.terms.some((term) => terms.has(term)))
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
    expect(askedWords('the agreement').map(({ exact }) => exact)).toEqual(['agreement'])
    expect(askedWords('the').map(({ exact }) => exact)).toEqual(['the'])
    expect(askedWords(' !? ')).toEqual([])
  })

  it('can be loaded again, with documents counted from its first', () => {
    const documents = ['Alpha agreement', 'Beta visit'].map((title) => ({ title, text: '', language: 'en' as const }))
    const index = lunr.Index.load(JSON.parse(JSON.stringify(readingIndex(documents, 200))) as object)
    const found = index.query((query) => query.term('visit', { usePipeline: false }))
    expect(found.map(({ ref }) => ref)).toEqual(['201'])
  })

  it('takes any text and any question', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, question) => {
        expect(() => readingIndex([{ title: question, text, language: 'und' }], 0)).not.toThrow()
        expect(() => askedWords(question)).not.toThrow()
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
      const json = /^readingCopy\.receive\("\w+", 0, (?<json>".*")\)\n$/s.exec(script)?.groups?.['json'] ?? ''
      return JSON.parse(JSON.parse(json) as string) as ReadingFiles[K]
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
