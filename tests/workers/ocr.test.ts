import { spawnSync } from 'node:child_process'
import { chmod, mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { OcrProgram } from '../../electron/engine/ports.ts'
import { createThreadedReader } from '../../electron/workers/document-reader.ts'
import { renderPage, scaleFor } from '../../electron/workers/ocr/render-page.ts'
import { type TesseractOptions, createTesseract } from '../../electron/workers/ocr/tesseract.ts'
import { confidenceOf } from '../../electron/workers/ocr/tesseract-words.ts'
import { aFolder } from '../support/a-folder.ts'
import { anArchive } from '../support/an-archive.ts'
import { chancery, jsonOf } from '../support/a-command-line.ts'
import { hasArabicFont, makeScan, makeSmallScan } from '../support/makers/scan-maker.ts'

const never = new AbortController().signal
const hasTesseract = spawnSync('tesseract', ['--version']).status === 0
const why = hasTesseract ? '' : ' (skipped: there is no tesseract on this computer)'

function aProgram(options: TesseractOptions = {}): OcrProgram {
  const program = createTesseract(options)
  onTestFinished(() => program.close())
  return program
}

async function write(bytes: Uint8Array): Promise<string> {
  const where = path.join(await aFolder(), 'scan.pdf')
  await writeFile(where, bytes)
  return where
}

async function pngOf(lines: readonly string[]): Promise<Uint8Array> {
  const outcome = await renderPage({ path: await write(makeScan([lines])), page: 1 })
  if (!outcome.ok) throw new Error(outcome.detail)
  return outcome.png
}

/** Width and height, as a PNG states them. */
function sizeOf(png: Uint8Array): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

const own = new RegExp(`^chancery-ocr-${process.pid}-`)
const leftBehind = async (): Promise<string[]> => (await readdir(tmpdir())).filter((name) => own.test(name))

const english = [
  'PRESS RELEASE',
  '',
  'The ministers signed an agreement on military cooperation',
  'in Kigali on 12 March 2024.',
]
const french = ['Les ministres ont signé un accord de coopération militaire', 'à Rabat, le 12 mars 2024.']
const arabic = ['وقع الوزيران اتفاقية التعاون العسكري', 'في مدينة الرباط']

describe('drawing a page', () => {
  it('gives a PNG of 300 dots per inch', async () => {
    const outcome = await renderPage({ path: await write(makeScan([english], { width: 144, height: 72 })), page: 1 })
    expect(outcome).toMatchObject({ ok: true })
    if (outcome.ok) expect(sizeOf(outcome.png)).toEqual([600, 300])
  })

  it('draws large pages with fewer dots', () => {
    expect(scaleFor(595, 842)).toBeCloseTo(300 / 72)
    const scale = scaleFor(10_000, 14_000)
    expect(scale * 10_000 * scale * 14_000).toBeCloseTo(25_000_000, -2)
    expect(scaleFor(14_400, 10) * 14_400).toBeLessThanOrEqual(32_000)
  })

  it.each([
    ['a page that there is not', () => makeSmallScan(1), 2],
    ['a file that is no PDF', () => Buffer.from('no PDF'), 1],
  ])('says of %s what is wrong', async (_what, make, page) => {
    const outcome = await renderPage({ path: await write(make()), page })
    expect(outcome).toMatchObject({ ok: false, isOfProgram: false })
  })

  it('happens in the reading threads', async () => {
    const entry = path.resolve(import.meta.dirname, '../../electron/workers/read-document-entry.ts')
    const reader = createThreadedReader(entry)
    onTestFinished(() => reader.close())
    const scan = await write(makeSmallScan(2))
    const outcomes = await Promise.all([1, 2].map((page) => reader.render({ path: scan, page }, never)))
    expect(outcomes.map((outcome) => outcome.ok && sizeOf(outcome.png))).toEqual([
      [500, 250],
      [500, 250],
    ])
    expect(await reader.render({ path: `${scan}.gone`, page: 1 }, never)).toMatchObject({
      ok: false,
      isOfProgram: false,
    })
  })
})

describe.skipIf(!hasTesseract)(`tesseract${why}`, () => {
  it('says its version and languages', async () => {
    const facts = await aProgram().describe()
    expect(facts?.version).toMatch(/^\d+\.\d+/)
    expect(['eng', 'fra', 'ara']).toEqual(expect.arrayContaining([...(facts?.languages ?? [])]))
  })

  it.each([
    ['English', 'eng', english, ['PRESS RELEASE', 'agreement on military cooperation']],
    ['French', 'fra', french, ['signé un accord de coopération', 'Rabat, le 12 mars 2024']],
    ...(hasArabicFont ? ([['Arabic', 'ara', arabic, ['التعاون العسكري', 'الرباط']]] as const) : []),
  ] as const)('reads a scan in %s', { timeout: 60_000 }, async (_name, language, lines, wanted) => {
    const program = aProgram()
    const facts = await program.describe()
    if (facts?.languages.includes(language) !== true) return
    const { text, confidence } = await program.read(await pngOf(lines), never)
    for (const words of wanted) expect(text).toContain(words)
    expect(text).not.toMatch(/[\f\r\u200e\u200f]|\n\n\n|\n$/)
    expect(confidence).toBeGreaterThan(0.7)
    expect(await leftBehind()).toEqual([])
  })

  it('reads nothing on an empty page', { timeout: 60_000 }, async () => {
    expect(await aProgram().read(await pngOf([]), never)).toEqual({ text: '', confidence: 0 })
  })

  it('takes a picture that is none for a fault', async () => {
    await expect(aProgram().read(Buffer.from('no picture'), never)).rejects.toThrow(/tesseract ended with/)
    expect(await leftBehind()).toEqual([])
  })

  it('makes a scanned document found, from the command line', { timeout: 120_000 }, async () => {
    const folder = await aFolder()
    await mkdir(path.join(folder, 'in'))
    await writeFile(path.join(folder, 'in', 'scan.pdf'), makeScan([english]))
    const archive = path.join(folder, 'archive')
    const imported = await chancery('import', archive, path.join(folder, 'in'))
    expect(imported.stderr).toContain('1 pages are pictures and cannot be searched yet')
    const read = await chancery('ocr', archive, '--json')
    expect([read.exit, jsonOf(read)]).toMatchObject([0, { available: true, read: 1, waiting: 0, unreadable: 0 }])
    expect(jsonOf(await chancery('search', archive, '"military cooperation"', '--json'))).toMatchObject({ total: 1 })
    expect(jsonOf(await chancery('ocr', archive, '--json'))).toMatchObject({ read: 0, waiting: 0 })
  })
})

const canRunScripts = process.platform !== 'win32'

/** What stands in for tesseract: a script that answers the questions as it does and reads as the lines say. */
async function aScript(
  reading: string,
  options: TesseractOptions = {},
): Promise<{ program: OcrProgram; folder: string }> {
  const folder = await aFolder()
  const where = path.join(folder, 'tesseract')
  const lines = [
    '#!/bin/sh',
    'case "$1" in',
    '--version) echo "tesseract 5.9.1"; exit 0;;',
    '--list-langs) printf "List of available languages (2):\\neng\\nosd\\n"; exit 0;;',
    'esac',
    `echo "$@" > "${folder}/arguments"`,
    reading,
  ]
  await writeFile(where, lines.join('\n'))
  await chmod(where, 0o755)
  return { program: aProgram({ searchPath: folder, ...options }), folder }
}

const picture = (): Uint8Array => createCanvas(10, 10).toBuffer('image/png')

/** The states of processes as `ps` gives them: none for one that is gone, Z for one that ended and that init has yet to bury. */
const statesOf = (pids: readonly number[]): string[] =>
  pids.map((pid) =>
    spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
      .stdout.trim()
      .slice(0, 1),
  )

/** Goes on for ever, and so does what it starts. */
const hanging = 'sleep 1000 & echo $! > "$(dirname "$0")/started"; echo $$ > "$(dirname "$0")/pid"; sleep 1000'

/** The script's own process and the one that it started, once both are there. */
async function pidsIn(folder: string): Promise<[number, number]> {
  for (;;) {
    const [own = 0, started = 0] = await Promise.all(
      ['pid', 'started'].map(async (name) => Number(await readFile(path.join(folder, name), 'utf8').catch(() => '0'))),
    )
    if (own > 0 && started > 0) return [own, started]
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

const table = 'printf "level\\tconf\\ttext\\n5\\t80\\tSome\\n5\\t90\\twords\\n4\\t-1\\t\\n" > "$2.tsv"'

describe.skipIf(!canRunScripts)('a program that is called tesseract', () => {
  it('is asked in the languages that it has, and answers text with the mean of its confidences', async () => {
    const { program, folder } = await aScript(`printf 'Some  \\r\\nwords\\n\\f' > "$2.txt"; ${table}`)
    expect(await program.describe()).toEqual({ version: '5.9.1', languages: ['eng'] })
    const { text, confidence } = await program.read(picture(), never)
    expect([text, confidence]).toEqual(['Some\nwords', expect.closeTo(0.85)])
    expect(await readFile(path.join(folder, 'arguments'), 'utf8')).toMatch(
      /\/page\.png \S+\/out -l eng --dpi 300 txt tsv\n$/,
    )
    expect(await leftBehind()).toEqual([])
  })

  it.each([
    ['exits with 1', 'echo "Error opening data file" >&2; exit 1', /ended with 1: Error opening data file/],
    ['writes nothing', 'exit 0', /wrote no \.tsv file/],
    ['writes no text', table, /wrote no \.txt file/],
    ['writes rubbish', 'head -c 5000 /dev/urandom > "$2.tsv"; cp "$2.tsv" "$2.txt"', /something else than a table/],
    ['kills itself', 'kill -9 $$', /ended with -1/],
  ])('and %s is a clear failure', async (_what, reading, message) => {
    const { program } = await aScript(reading)
    await expect(program.read(picture(), never)).rejects.toThrow(message)
    expect(await leftBehind()).toEqual([])
  })

  it('and hangs is ended with all that it has started', async () => {
    const { program, folder } = await aScript(hanging, { pageTimeoutMs: 1000 })
    await expect(program.read(picture(), never)).rejects.toThrow(/took longer than/)
    const [own, started] = statesOf(await pidsIn(folder))
    expect(own).toBe('')
    expect(['', 'Z']).toContain(started)
    expect(await leftBehind()).toEqual([])
  })

  it('is ended when the page is given up, and when the program ends', async () => {
    const [given, closed] = [await aScript(hanging), await aScript(hanging)]
    const stop = new AbortController()
    const readings = [given.program.read(picture(), stop.signal), closed.program.read(picture(), never)]
    const [first, second] = [await pidsIn(given.folder), await pidsIn(closed.folder)]
    const ends = Promise.allSettled(readings)
    stop.abort(new Error('enough'))
    await closed.program.close()
    expect((await ends).map((end) => end.status === 'rejected' && String(end.reason))).toEqual([
      'Error: enough',
      'Error: The reading of pictures was closed.',
    ])
    const states = statesOf([...first, ...second])
    expect([states[0], states[2]]).toEqual(['', ''])
    expect(states.filter((state) => state !== '' && state !== 'Z')).toEqual([])
    expect(await leftBehind()).toEqual([])
  })

  it('and is something else is as good as none', async () => {
    const folder = await aFolder()
    await writeFile(path.join(folder, 'tesseract'), '#!/bin/sh\necho hello\n', { mode: 0o755 })
    expect(await aProgram({ searchPath: folder }).describe()).toBeUndefined()
    expect(await aProgram({ searchPath: '' }).describe()).toBeUndefined()
    await expect(aProgram({ searchPath: '' }).read(picture(), never)).rejects.toThrow(/no tesseract/)
  })

  it('leaves the pages of an archive waiting when it fails again and again', async () => {
    const { program } = await aScript('echo "no memory" >&2; exit 1')
    const archive = await anArchive().withOcr(program).withFile('scan.pdf', makeSmallScan(6)).open()
    const ended = archive.waitFor(
      (event) => event.type === 'archive.changed' && event.subjects.length === 1 && event.subjects[0] === 'ocr',
    )
    await archive.call('ocr.start', {})
    await ended
    while ((await archive.call('ocr.status', {})).isBusy) await new Promise((resolve) => setTimeout(resolve, 20))
    const status = await archive.call('ocr.status', {})
    expect(status).toMatchObject({ waiting: 6, unreadable: 0, failure: 'tesseract ended with 1: no memory' })
  })
})

describe('a table of words', () => {
  it.each([
    ['level\tconf\ttext\n5\t50\ta\n5\t100\tb\n', 0.75],
    ['level\tconf\ttext\n1\t-1\t\n', 0],
    ['level\tconf\ttext\r\n5\t50\t \r\n5\t10\ta\r\n', 0.1],
  ])('%j gives %d', (text, mean) => {
    expect(confidenceOf(text)).toBeCloseTo(mean)
  })

  it.each(['', 'no table', 'level\tconf\ttext\n5\tmany\ta\n', 'level\tconf\ttext\n5\t101\ta\n'])(
    'is refused where it is none: %j',
    (text) => {
      expect(() => confidenceOf(text)).toThrow(/something else/)
    },
  )
})
