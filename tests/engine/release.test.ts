import { readFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Redactor, cleanData, filler } from '../../electron/engine/access/redactor.rules.ts'
import { verifyPath } from '../../electron/engine/preservation/verify-path.ts'
import { filesBelow } from '../support/a-folder.ts'
import { type TestArchive, anArchive } from '../support/an-archive.ts'
import { makeZip } from '../support/makers/zip-maker.ts'
import { exportFrom } from '../support/round-trip.ts'

const never = new AbortController().signal
const secret = 'Zacharias Whistleby'
const told = `Kigali, 3 March 2026. ${secret} met the Minister of Defence. The minister thanked Mr Whistleby, and ${secret.toUpperCase()} left. Rwanda and Morocco signed an agreement on fishing in Rabat on 4 May 2021.`

const mark = (archive: TestArchive, ...words: string[]) =>
  Promise.all(words.map((each) => archive.call('redactions.add', { words: each, reason: 'Privacy' })))

/** All bytes of a package and all its names, as one text. */
async function everythingIn(folder: string): Promise<string> {
  const names = await filesBelow(folder)
  const contents = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')))
  return [...names, ...contents].join('\n')
}

describe('a redactor', () => {
  it.each([
    ['John Smith', 'Yesterday JOHN  smith came.', `Yesterday ${filler} came.`],
    ['John Smith', 'John-Smith; john_smith', `${filler}; ${filler}`],
    ['Élodie', 'Elodie, élodie et ÉLODIE', `${filler}, ${filler} et ${filler}`],
    ['Smith', 'Smith’s house, Smithson’s too', `${filler}’s house, ${filler}’s too`],
    ['Port', 'A port, an airport', `A ${filler}, an airport`],
    ['John Smith', 'theJohn SmithFor, JohnSmith; John, Smith', `${filler}, ${filler}; ${filler}`],
    ['الرباط', 'في الرباط وبالرباط وللرباط', `في ${filler} و`],
    ['وليد', 'يد وليد', `يد ${filler}`],
    ['cooperation', 'co-operation', filler],
  ])('takes “%s” out of “%s”', (words, text, wanted) => {
    const clean = new Redactor([words]).clean(text)
    if (wanted.endsWith(' و')) expect(clean).not.toContain('رباط')
    else expect(clean).toBe(wanted)
  })

  it('leaves nothing that it would find again, and moves every place with its words', () => {
    const word = fc.constantFrom('alpha', 'Béta', 'gamma', 'ألف', 'x')
    const text = fc
      .array(fc.oneof(word, fc.constantFrom(' ', '\n', '-', ', ')), { maxLength: 40 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(
        text,
        fc.array(word, { minLength: 1, maxLength: 3 }),
        fc.nat(60),
        fc.nat(60),
        (whole, marks, a, b) => {
          const redactor = new Redactor(marks)
          const clean = redactor.cleanText(whole)
          expect(redactor.holds(clean.text)).toBe(false)
          const [start, end] = [Math.min(a, b, whole.length), Math.min(Math.max(a, b), whole.length)]
          const moved = clean.move(start, end)
          expect(moved.start).toBeLessThanOrEqual(Math.max(moved.start, moved.end))
          if (!clean.touches(start, end) && start < end)
            expect(clean.text.slice(moved.start, moved.end)).toBe(whole.slice(start, end))
        },
      ),
    )
  })

  it('keeps codes as they are', () => {
    const redactor = new Redactor(['press', 'en'])
    const value = { kind: 'press-release', language: 'en', title: 'Press, en route' }
    expect(cleanData(redactor, value, new Map())).toEqual({ ...value, title: `${filler}, ${filler} route` })
  })
})

describe('words that are marked for redaction', () => {
  it.each(['bag', 'bag-zip'] as const)(
    'are nowhere in a package for anyone (%s), and the answer says how that was proved',
    async (format) => {
      const archive = await anArchive()
        .withFile(`${secret.replace(' ', '')}.txt`, told)
        .withTags(`people/${secret}`)
        .withFile('other.txt', 'A text about tourism in Kigali, of which nobody needs to be afraid.')
        .open()
      await mark(archive, secret, 'Whistleby')
      const to = path.join(path.dirname(archive.folder), format === 'bag' ? 'package' : 'package.zip')
      const order = { exportId: 'r', selection: { query: '' }, format, to, title: `About ${secret}` } as const
      const { withheld, problems } = await archive.call('exports.run', order)
      expect(problems).toEqual([])
      expect(withheld).toMatchObject({ restricted: 0, redacted: 1, marks: 2 })
      expect(withheld?.filesSearched).toBeGreaterThan(20)
      expect((await verifyPath(to, never)).problems).toEqual([])
      if (format === 'bag-zip') return
      const all = await everythingIn(to)
      expect(all).not.toMatch(/whistleby|zacharias/iu)
      expect(all).toContain(filler)
      expect(all).toContain('tourism')
      expect(await readdir(path.join(to, 'data', 'originals'))).toEqual(['0002-other.txt'])
    },
  )

  it('are in a package for the institution', async () => {
    const archive = await anArchive().withFile('told.txt', told).open()
    await mark(archive, secret)
    const all = await everythingIn(await exportFrom(archive, 'package', { audience: 'institution' }))
    expect(all).toContain(secret)
  })

  it('are in no list for anyone', async () => {
    const archive = await anArchive().withFile('told.txt', told).withTags(secret).open()
    await mark(archive, secret, 'Whistleby')
    for (const format of ['csv', 'csl-json', 'ris', 'bibtex'] as const) {
      const to = await exportFrom(archive, `list.${format}`, { format, audience: 'anyone' })
      expect(await readFile(to, 'utf8')).not.toMatch(/whistleby/iu)
    }
  })

  it('keep the bytes of a container back when something in it holds them', async () => {
    const zip = await makeZip({ 'letter.txt': told, 'other.txt': 'A letter about the weather in the mountains.' })
    const archive = await anArchive().withFile('box.zip', zip).open()
    await mark(archive, 'Whistleby')
    const to = await exportFrom(archive, 'package', { audience: 'anyone' })
    expect((await readdir(path.join(to, 'data', 'originals'))).map((name) => name.slice(5))).toEqual(['other.txt'])
  })

  it('are marked once, however they are written, and the mark can be taken back', async () => {
    const archive = await anArchive().open()
    const [first] = await mark(archive, 'Jean Dupont')
    const [again] = await mark(archive, 'JEAN   dupont')
    expect(again?.id).toBe(first?.id)
    await archive.call('history.undo', {})
    expect((await archive.call('redactions.list', {})).redactions).toEqual([])
  })

  it.each([{ words: '' }, { words: ' ' }, { words: '-' }, { words: 'a' }, { words: 'x'.repeat(400) }])(
    'cannot be %j',
    async ({ words }) => {
      const archive = await anArchive().open()
      await expect(archive.call('redactions.add', { words, reason: '' })).rejects.toMatchObject({
        code: 'invalid-input',
      })
    },
  )
})

describe('a restricted document', () => {
  const condition = { reason: 'Under negotiation', review: '2031-05' }
  async function restricted(): Promise<TestArchive> {
    const zip = await makeZip({ 'letter.txt': 'The Honduras letter about a canal that nobody may read.' })
    const archive = await anArchive()
      .withFile(
        'secret.txt',
        'Agreement on uranium\n\nRabat, 4 May 2021. Rwanda and Morocco signed this agreement on uranium.',
      )
      .withTags('uranium')
      .withFile('open.txt', 'Kigali, 1 June 2022. The two countries met and spoke about tourism and aviation.')
      .withFile('box.zip', zip)
      .open()
    const ids = [await archive.idOf('secret.txt'), await archive.idOf('letter.txt')]
    await archive.call('access.set', { selection: { ids }, condition })
    return archive
  }

  it('leaves as a stub with its reason and its date, and the container that holds one leaves without its bytes', async () => {
    const archive = await restricted()
    const to = await exportFrom(archive, 'package', { audience: 'anyone' })
    const all = await everythingIn(to)
    expect(all).not.toMatch(/uranium|honduras|canal/iu)
    expect(all).toContain('tourism')
    expect(all).toContain('Under negotiation (review: 2031-05)')
    expect((await verifyPath(to, never)).problems).toEqual([])
    expect((await readdir(path.join(to, 'data', 'originals'))).map((name) => name.slice(5))).toEqual(['open.txt'])
  })

  it('in a container does not take the container out of its collections and its history', async () => {
    const archive = await restricted()
    const box = await archive.idOf('box.zip')
    const { id } = await archive.call('collections.make', { name: 'Boxes', note: '' })
    await archive.call('collections.put', { id, selection: { ids: [box] } })
    const to = await exportFrom(archive, 'package', { audience: 'anyone' })
    const records = await readFile(path.join(to, 'data/metadata/records.ndjson'), 'utf8')
    expect(records).toContain('"type":"collection"')
    expect(records).toContain('"act":"collections.put"')
  })

  it('is not brought back by a package that only tells of it', async () => {
    const archive = await restricted()
    const to = await exportFrom(archive, 'package', { audience: 'anyone' })
    await archive.call('documents.remove', { selection: { query: 'uranium' }, reason: '' })
    expect(await archive.import([to])).toMatchObject({ imported: 0, refused: 1 })
    expect(await archive.found('uranium')).toEqual([])
  })

  it('is counted before it is exported, and listed by the day on which it is to be looked at', async () => {
    const archive = await restricted()
    expect(await archive.call('exports.preview', { selection: { query: '' } })).toMatchObject({
      documents: 4,
      restricted: 2,
    })
    const { documents } = await archive.call('access.list', {})
    expect(documents).toMatchObject([condition, condition])
  })

  it('is open again when the restriction is lifted or taken back', async () => {
    const archive = await restricted()
    const id = await archive.idOf('secret.txt')
    expect(await archive.call('documents.get', { id })).toMatchObject({ access: condition })
    await archive.call('access.set', { selection: { query: '' }, condition: null })
    expect((await archive.call('access.list', {})).documents).toEqual([])
    await archive.call('history.undo', {})
    expect((await archive.call('access.list', {})).documents).toHaveLength(2)
  })
})

describe('a package for anyone', () => {
  it('says nothing of where files lay', async () => {
    const archive = await anArchive().withFile('deep/down/told.txt', told).open()
    await writeFile(path.join(archive.sources, 'x'), '')
    const all = await everythingIn(await exportFrom(archive, 'package', { audience: 'anyone' }))
    expect(all).not.toContain(archive.sources)
    expect(all).not.toContain('deep/down')
  })
})
