import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { makeRelease } from '../bench/corpus.ts'
import { makeDocx } from '../support/makers/docx-maker.ts'
import { linesOfText, makePdf } from '../support/makers/pdf-maker.ts'
import { makeEml, makeMultipart } from '../support/makers/text-makers.ts'
import { makeZip } from '../support/makers/zip-maker.ts'

const lines = (number: number): string[] => makeRelease(number).match(/[\x20-\x7e]{20,70}/g) ?? ['A line of text.']

async function containers(): Promise<Record<string, string | Uint8Array>> {
  const inner = await makeZip({ 'inner/a.txt': 'A text two archives deep.', 'inner/copy.txt': makeRelease(3) })
  const mail = makeMultipart(
    { From: 'a@example.org', Subject: 'Texts for the archive', Date: 'Mon, 19 Jan 2026 10:00:00 +0000' },
    [
      { headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: 'See the text that is attached.' },
      {
        headers: {
          'Content-Type': 'text/plain; charset=utf-8',
          'Content-Disposition': 'attachment; filename="note.txt"',
        },
        body: 'The words of the attached note.',
      },
    ],
  )
  return {
    'boxes/letters.zip': await makeZip({
      'one.txt': makeRelease(1000),
      'two.txt': makeRelease(5),
      'empty.txt': '',
      'deep.zip': inner,
    }),
    'boxes/letters-again.zip': await makeZip({ 'three.txt': makeRelease(1001), 'one.txt': makeRelease(1000) }),
    'mail/with-attachment.eml': mail,
    'mail/plain.eml': makeEml({
      headers: { From: 'b@example.org', Subject: 'A letter' },
      body: 'A letter of a few words.',
    }),
  }
}

/** Files of many kinds, good and bad, some of them twice, some within others: what an archivist drops on a program. */
export async function writeMixedFolder(folder: string, releases: number): Promise<void> {
  const files: Record<string, string | Uint8Array> = await containers()
  for (let number = 0; number < releases; number++) files[`releases/${number % 7}/r${number}.txt`] = makeRelease(number)
  for (let number = 0; number < releases; number += 9) files[`copies/r${number}.txt`] = makeRelease(number)
  for (let number = 0; number < 6; number++) {
    files[`word/d${number}.docx`] = await makeDocx({ title: `Document ${number}`, paragraphs: lines(number + 300) })
    files[`pdf/p${number}.pdf`] = makePdf([0, 1, 2].map((page) => linesOfText(lines(number * 3 + page).slice(0, 40))))
  }
  Object.assign(files, {
    'bad/empty.txt': '',
    'bad/damaged.pdf': '%PDF-1.7\nnothing more',
    'bad/program.bin': new Uint8Array(4096).map((_, at) => (at * 7919) % 256),
    'bad/half.docx': (await makeDocx({ paragraphs: ['cut'] })).subarray(0, 300),
    'names/été \u202Eright\u202C.txt': 'A name with accents and marks of direction.',
    [`names/${'long-'.repeat(48)}.txt`]: 'A long name.',
    'names/two\nlines.txt': 'A name of two lines.',
    'large.txt': Array.from({ length: 400 }, (_, at) => makeRelease(at + 2000)).join('\n\n'),
  })
  for (const [name, content] of Object.entries(files)) {
    const where = path.join(folder, name)
    await mkdir(path.dirname(where), { recursive: true })
    await writeFile(where, content)
  }
}
