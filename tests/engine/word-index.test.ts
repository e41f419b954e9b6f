import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import path from 'node:path'
import { openForWriting } from '../../electron/engine/database/connection.ts'
import { analyseText } from '../../electron/engine/language/analyse.ts'
import { indexedWords } from '../../electron/engine/language/indexed-words.ts'
import { countQueued, putInQueue } from '../../electron/engine/search/text-index.ts'
import { WordBuffer } from '../../electron/engine/word-index/word-buffer.ts'
import { hasWord } from '../../electron/engine/word-index/word-index.store.ts'
import { ByteReader, ByteWriter } from '../../electron/engine/language/bytes.ts'
import { isWithin, oneEditAway } from '../../electron/engine/search/word-forms.ts'
import { anArchive } from '../support/an-archive.ts'

const word = fc.constantFrom('alpha', 'bravo', 'carol', 'delta', 'echo')
const text = fc.array(word, { minLength: 1, maxLength: 12 })

function hasPhrase(words: readonly string[], wanted: readonly string[]): boolean {
  return words.some((_, at) => wanted.every((each, offset) => words[at + offset] === each))
}

/** Whether two different words stand with at most so many others between them. */
function isNear(words: readonly string[], [one, other]: readonly [string, string], within: number): boolean {
  return words.some((first, a) =>
    words.some((second, b) => first === one && second === other && Math.abs(a - b) <= within + 1),
  )
}

describe('bytes', () => {
  it('gives numbers back as they were written', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 31 - 1)), (numbers) => {
        const writer = new ByteWriter(1)
        for (const number of numbers) writer.putNumber(number)
        const reader = new ByteReader(writer.toBytes())
        expect(numbers.map(() => reader.number())).toEqual(numbers)
        expect(reader.isAtEnd).toBe(true)
      }),
    )
  })
})

describe('the word index', () => {
  it('finds the documents that reading every text finds', async () => {
    const texts = fc.sample(text, { seed: 4, numRuns: 120 })
    const builder = anArchive()
    texts.forEach((words, at) => builder.withFile(`d${at}.txt`, `Heading of number ${at}\n\n${words.join(' ')}\n`))
    const { built: archive, remove } = await builder.build()
    const found = async (query: string): Promise<number> =>
      (await archive.search(`text:(${query})`, { limit: 0 })).total
    const expected = (test: (words: readonly string[]) => boolean): number =>
      texts.filter((words) => test(words)).length
    const names = ['alpha', 'bravo', 'carol', 'delta', 'echo'] as const
    for (const one of names)
      for (const other of names) {
        if (one === other) continue
        const both = expected((words) => words.includes(one) && words.includes(other))
        expect(await found(`=${one} =${other}`)).toBe(both)
        expect(await found(`=${one} OR =${other}`)).toBe(
          expected((words) => words.includes(one) || words.includes(other)),
        )
        expect(await found(`=${one} -=${other}`)).toBe(
          expected((words) => words.includes(one) && !words.includes(other)),
        )
        expect(await found(`"${one} ${other}"`)).toBe(expected((words) => hasPhrase(words, [one, other])))
        expect(await found(`"${one} ${other}"~2`)).toBe(expected((words) => isNear(words, [one, other], 2)))
      }
    await remove()
  })

  it('knows a document by its new words alone once it was changed', async () => {
    const { built: archive, remove } = await anArchive().withFile('a.txt', 'Old heading\n\nThe body stays.').build()
    const id = await archive.idOf('a.txt')
    await archive.call('documents.describe', { id, changes: { title: 'Quite another name' } })
    expect(await archive.found('title:another')).toEqual(['a.txt'])
    expect(await archive.found('title:old')).toEqual([])
    await archive.call('history.undo', {})
    expect(await archive.found('title:another')).toEqual([])
    expect(await archive.found('title:old')).toEqual(['a.txt'])
    await remove()
  })

  it('keeps the new words of a document that was changed before its first ones were written', async () => {
    const { built: archive, remove } = await anArchive().withFile('a.txt', 'Old heading\n\nThe body stays.').build()
    await archive.close()
    const db = openForWriting(path.join(archive.folder, 'catalogue.sqlite'))
    const buffer = new WordBuffer()
    buffer.add(1, indexedWords('Quite another name', 'en', analyseText('Quite another text.')))
    buffer.write(db)
    expect(hasWord(db, 'another')).toBe(false)
    putInQueue(db, [1])
    buffer.write(db)
    expect([hasWord(db, 'another'), countQueued(db)]).toEqual([true, 0])
    db.close()
    await remove()
  })

  it('is the same after it was made anew', async () => {
    const builder = anArchive()
    for (let at = 0; at < 70; at++)
      builder.withFile(`d${at}.txt`, `Number ${at}\n\nThe signed agreement ${at % 7} of the two.`)
    const { built: archive, remove } = await builder.build()
    const before = await archive.search('agreement signing')
    await archive.call('archive.reindex', {})
    await archive.waitFor((event) => event.type === 'archive.changed')
    for (let tries = 0; tries < 200 && (await archive.search('x')).coverage.notYetSearchable > 0; tries++)
      await new Promise((resolve) => setTimeout(resolve, 10))
    const after = await archive.search('agreement signing')
    expect(after.total).toBe(before.total)
    expect(after.hits.map((hit) => [hit.file, hit.score])).toEqual(before.hits.map((hit) => [hit.file, hit.score]))
    await remove()
  })
})

describe('misspellings', () => {
  it('are one letter put in, left out, changed or swapped', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-e]{1,6}$/), fc.stringMatching(/^[a-e]{1,6}$/), (one, other) => {
        expect(isWithin(one, other, 1)).toBe(one === other || new Set(oneEditAway(one)).has(other))
      }),
      { numRuns: 2000 },
    )
  })
})
