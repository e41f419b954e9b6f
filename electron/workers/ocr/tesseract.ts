import { access, constants, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { OcrProgram, OcrProgramFacts, ReadPicture } from '../../engine/ports.ts'
import { cleanText } from '../extraction/text-cleanup.ts'
import { clearAbandoned, withPrivateFolder } from './private-folder.ts'
import { runProgram } from './run-program.ts'
import { confidenceOf } from './tesseract-words.ts'

export interface TesseractOptions {
  /** Folders to look in, as in PATH; the system's own PATH by default. */
  readonly searchPath?: string
  /** Milliseconds that a page may take. */
  readonly pageTimeoutMs?: number
}

const usualPageTimeoutMs = 120_000
const questionTimeoutMs = 10_000

/** The languages of the archive, as tesseract names them. */
const wanted: readonly string[] = ['eng', 'fra', 'ara']

/** Programs with a window are started on macOS without the PATH of a terminal: there, also where its package managers put programs. */
const usualFolders = process.platform === 'darwin' ? ['/opt/homebrew/bin', '/usr/local/bin', '/opt/local/bin'] : []

/** Marks of direction, which tesseract writes into lines of two scripts; the text is in logical order without them. */
const directionMarks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

async function findProgram(searchPath: string): Promise<string | undefined> {
  const name = process.platform === 'win32' ? 'tesseract.exe' : 'tesseract'
  for (const folder of [...searchPath.split(path.delimiter), ...usualFolders]) {
    // An empty or relative entry would mean whatever folder the program was started in.
    if (!path.isAbsolute(folder)) continue
    const candidate = path.join(folder, name)
    if (
      await access(candidate, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return candidate
  }
  return undefined
}

interface Found extends OcrProgramFacts {
  readonly program: string
}

async function examine(program: string, signal: AbortSignal): Promise<Found | undefined> {
  const ask = (question: string) => runProgram(program, [question], { signal, timeoutMs: questionTimeoutMs })
  const [version, list] = [await ask('--version'), await ask('--list-langs')]
  // Version 3 prints on the error stream what later ones print on the other.
  const number = /^tesseract\s+v?(?<number>\d[\w.-]*)/m.exec(version.stdout + version.stderr)?.groups?.['number']
  if (number === undefined) return undefined
  const installed = (list.stdout + list.stderr).split(/\s+/)
  return { program, version: number, languages: wanted.filter((language) => installed.includes(language)) }
}

async function readPicture(
  found: Found,
  png: Uint8Array,
  signal: AbortSignal,
  timeoutMs: number,
): Promise<ReadPicture> {
  return withPrivateFolder(async (folder) => {
    const [picture, out] = [path.join(folder, 'page.png'), path.join(folder, 'out')]
    await writeFile(picture, png, { mode: 0o600 })
    const args = [picture, out, '-l', found.languages.join('+'), '--dpi', '300', 'txt', 'tsv']
    const { exit, stderr } = await runProgram(found.program, args, { signal, timeoutMs })
    const said = stderr.trim().split('\n').at(-1)?.slice(0, 300) ?? ''
    if (exit !== 0) throw new Error(`tesseract ended with ${exit}: ${said}`)
    const read = (ending: string): Promise<string> =>
      readFile(`${out}.${ending}`, 'utf8').catch((error: unknown) => {
        throw new Error(`tesseract wrote no .${ending} file: ${said}`, { cause: error })
      })
    const confidence = confidenceOf(await read('tsv'))
    return { text: cleanText((await read('txt')).replace(directionMarks, '')), confidence }
  })
}

/**
 * Reads pictures through the `tesseract` program of this computer. It is looked for when it is first needed; one that was not there is
 * looked for again at the next question, so that nobody has to restart after installing it.
 */
export function createTesseract(options: TesseractOptions = {}): OcrProgram {
  const { searchPath = process.env['PATH'] ?? '', pageTimeoutMs = usualPageTimeoutMs } = options
  const closing = new AbortController()
  const underWay = new Set<Promise<unknown>>()
  let found: Promise<Found | undefined> | undefined

  async function look(): Promise<Found | undefined> {
    const program = await findProgram(searchPath)
    if (program === undefined) return undefined
    await clearAbandoned()
    // A program that cannot say what it is is as good as none.
    return examine(program, closing.signal).catch(() => undefined)
  }

  async function find(): Promise<Found | undefined> {
    const search = (found ??= look())
    const answer = await search
    if (answer === undefined && found === search) found = undefined
    return answer
  }

  async function read(png: Uint8Array, signal: AbortSignal): Promise<ReadPicture> {
    const program = await find()
    if (program === undefined || program.languages.length === 0) throw new Error('There is no tesseract to read with.')
    return readPicture(program, png, AbortSignal.any([signal, closing.signal]), pageTimeoutMs)
  }

  return {
    async describe() {
      const answer = await find()
      return answer === undefined ? undefined : { version: answer.version, languages: answer.languages }
    },
    read(png, signal) {
      const work = read(png, signal)
      underWay.add(work)
      const done = (): void => void underWay.delete(work)
      work.then(done, done)
      return work
    },
    async close() {
      closing.abort(new Error('The reading of pictures was closed.'))
      await Promise.allSettled(underWay)
    },
  }
}
