import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractText } from '../../../electron/workers/extraction/extract-text.ts'
import { Refusal } from '../../../electron/workers/extraction/extracted.ts'
import { makeDocx } from '../../support/makers/docx-maker.ts'
import { makeOdt } from '../../support/makers/odt-maker.ts'
import { linesOfText, makePdf, makeVisualPdf } from '../../support/makers/pdf-maker.ts'
import { makeEml, makeMultipart, makeRtf } from '../../support/makers/text-makers.ts'

/** Files tried of each kind; raise it to look for faults for longer. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 40)
/** Milliseconds that one small file may take, however broken. */
const longestMs = 5_000

const lines = Array.from({ length: 12 }, (_, at) => `Article ${at + 1}: the Parties agree`)

const makers: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
  'a.pdf': () => makePdf([linesOfText(lines), linesOfText(lines)], { title: 'Treaty' }),
  'b.pdf': () => makeVisualPdf(['ﺔﻴﻗﺎﻔﺗا', '٣ ﻦﻣ ١ ﺔﺤﻔﺻ']),
  'c.pdf': () => makePdf([linesOfText(lines)], { password: '' }),
  'a.docx': () => makeDocx({ paragraphs: lines, rows: [['a', 'b']], footnote: 'note', title: 'Treaty' }),
  'a.odt': () => makeOdt(`<text:h>Treaty</text:h>${lines.map((line) => `<text:p>${line}</text:p>`).join('')}`),
  'a.rtf': () =>
    makeRtf(`{\\info{\\title T}}${lines.join('\\par ')}{\\f1\\'c7\\'e1}{\\footnote n}\\u233?\\cell b\\row`),
  'a.html': () =>
    Buffer.from(
      `<!doctype html><html lang="en"><title>T</title><link rel="canonical" href="https://a.example"><h1>T</h1>${lines.map((line) => `<p>${line.repeat(4)}</p>`).join('')}<table><tr><td>a<td>b</table>`,
    ),
  'a.md': () => Buffer.from(`---\ntitle: T\n---\n# H\n\n- ${lines.join('\n- ')}\n\n|a|b|\n|-|-|\n|c|d|\n`),
  'a.eml': () => makeEml({ headers: { From: 'a@b.c', Subject: 'S', 'MIME-Version': '1.0' }, body: lines.join('\r\n') }),
  'b.eml': () =>
    makeMultipart({ From: 'a@b.c', Subject: 'S' }, [{ headers: { 'Content-Type': 'text/html' }, body: '<p>x' }]),
  'a.txt': () => Buffer.from(`\ufeffÉté à Kigali\n\fالاتفاقية\n${lines.join('\n')}`),
}

type Change = (bytes: Uint8Array) => Uint8Array

const place = fc.double({ min: 0, max: 1, noNaN: true })
const placeIn = (bytes: Uint8Array, share: number): number => Math.min(Math.floor(share * bytes.length), bytes.length)
const joined = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts)

/** Ways to break a file; `other` is a sound file of any kind, of which a piece is set in. */
function changes(other: Uint8Array): fc.Arbitrary<Change> {
  const range = fc.tuple(place, place).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
  return fc.oneof(
    fc.tuple(place, fc.nat(255)).map(([at, byte]): Change => (bytes) => {
      const copy = Uint8Array.from(bytes)
      copy[placeIn(bytes, at)] = byte
      return copy
    }),
    range.map(
      ([from, to]): Change =>
        (bytes) =>
          joined(bytes.subarray(0, placeIn(bytes, from)), bytes.subarray(placeIn(bytes, to))),
    ),
    place.map(
      (at): Change =>
        (bytes) =>
          bytes.subarray(0, placeIn(bytes, at)),
    ),
    fc.tuple(place, fc.uint8Array({ maxLength: 40 })).map(
      ([at, inserted]): Change =>
        (bytes) =>
          joined(bytes.subarray(0, placeIn(bytes, at)), inserted, bytes.subarray(placeIn(bytes, at))),
    ),
    range.map(
      ([from, to]): Change =>
        (bytes) =>
          joined(bytes.subarray(0, placeIn(bytes, to)), bytes.subarray(placeIn(bytes, from))),
    ),
    fc.tuple(place, range).map(
      ([at, [from, to]]): Change =>
        (bytes) =>
          joined(
            bytes.subarray(0, placeIn(bytes, at)),
            other.subarray(placeIn(other, from), placeIn(other, to)),
            bytes.subarray(placeIn(bytes, at)),
          ),
    ),
  )
}

async function checkAnswer(name: string, bytes: Uint8Array): Promise<void> {
  const began = performance.now()
  try {
    const { pages } = await extractText({ name, bytes })
    expect(pages.length).toBeGreaterThan(0)
    for (const { text, furniture = [] } of pages) {
      expect(text.isWellFormed()).toBe(true)
      for (const { start, end } of furniture) expect(0 <= start && start < end && end <= text.length).toBe(true)
    }
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal)
  }
  expect(performance.now() - began).toBeLessThan(longestMs)
}

describe('files that were broken at random', () => {
  it.each(Object.keys(makers))(
    'give a text or a refusal in a short time: %s',
    async (name) => {
      const valid = (await makers[name]?.()) ?? Buffer.alloc(0)
      const others = await Promise.all(Object.values(makers).map(async (make) => make()))
      const broken = fc
        .constantFrom(...others)
        .chain((other) => fc.array(changes(other), { minLength: 1, maxLength: 6 }))
      await fc.assert(
        fc.asyncProperty(broken, async (all) =>
          checkAnswer(
            name,
            all.reduce((bytes, change) => change(bytes), valid),
          ),
        ),
        { numRuns: runs, interruptAfterTimeLimit: 20 * 60_000 },
      )
    },
    runs * 2_000,
  )
})
