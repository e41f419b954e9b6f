// npm run bench [-- --documents N] [--only import|pdf|search|export] [--keep FOLDER]: prints a table and one JSON
// document. Archives in FOLDER are used again. Never part of a test.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { keepHeapLean } from '../../electron/link/lean-heap.ts'
import { extractText } from '../../electron/workers/extraction/extract-text.ts'
import { linesOfText, makePdf } from '../support/makers/pdf-maker.ts'
import { makeRelease } from './corpus.ts'
import { measureExport } from './export-bench.ts'
import { type SearchFigures, measureSearch } from './search-bench.ts'

keepHeapLean()
const { values } = parseArgs({
  options: { documents: { type: 'string' }, only: { type: 'string' }, keep: { type: 'string' } },
})
const root = path.resolve(import.meta.dirname, '..', '..')
const work = mkdtempSync(path.join(tmpdir(), 'chancery-bench-'))
const figures: Record<string, unknown> = {
  machine: {
    cpu: cpus()[0]?.model ?? '?',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  },
}

/** The largest memory that a process has had so far, threads included, in MB; nothing where the system does not tell. */
function peakOf(pid: number): number | undefined {
  try {
    const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return line === undefined ? undefined : Math.round(Number(line) / 1024)
  } catch {
    return undefined
  }
}

interface ImportFigures {
  readonly documents: number
  readonly seconds: number
  readonly documentsPerSecond: number
  readonly peakMemoryMb: number | undefined
}

async function measureImport(documents: number): Promise<ImportFigures> {
  const folder = path.join(work, 'releases')
  mkdirSync(folder)
  for (let number = 0; number < documents; number++)
    writeFileSync(path.join(folder, `r${number}.txt`), makeRelease(number))
  const child = spawn(
    process.execPath,
    [path.join(root, 'out', 'main', 'cli.js'), 'import', path.join(work, 'archive'), folder, '--json'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let output = ''
  let peak: number | undefined
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const sampler = setInterval(() => (peak = child.pid === undefined ? peak : (peakOf(child.pid) ?? peak)), 100)
  await new Promise((resolve) => child.once('close', resolve))
  clearInterval(sampler)
  const { imported, seconds } = JSON.parse(output) as { imported: number; seconds: number }
  return { documents: imported, seconds, documentsPerSecond: Math.round(imported / seconds), peakMemoryMb: peak }
}

/**
 * Indexes the folder of the last import with Recoll, which only indexes: no copies, no catalogue, no history. Nothing where that
 * program is not installed (Debian: recollcmd).
 */
function measureRecoll(documents: number): number | undefined {
  const settings = path.join(work, 'recoll')
  mkdirSync(settings)
  writeFileSync(path.join(settings, 'recoll.conf'), `topdirs = ${path.join(work, 'releases')}\n`)
  const started = performance.now()
  const { error } = spawnSync('recollindex', ['-z', '-c', settings], { stdio: 'ignore' })
  return error === undefined ? Math.round(documents / ((performance.now() - started) / 1000)) : undefined
}

async function measurePdf(pages: number): Promise<{ readonly pages: number; readonly pagesPerSecond: number }> {
  const lines = makeRelease(0).match(/.{1,80}(?:\s|$)/g) ?? []
  const bytes = makePdf(Array.from({ length: pages }, () => linesOfText(lines.slice(0, 45))))
  await extractText({ name: 'warm-up.pdf', bytes: bytes.slice() })
  const started = performance.now()
  const { pages: read } = await extractText({ name: 'bench.pdf', bytes })
  return { pages: read.length, pagesPerSecond: Math.round(read.length / ((performance.now() - started) / 1000)) }
}

function printSearch(found: SearchFigures): void {
  const { documents, search, quickFind, openMs, memoryMb, buildSeconds } = found
  console.log(
    `${documents} documents (indexed in ${buildSeconds} s): open to first answer ${openMs} ms, engine memory ${memoryMb} MB`,
  )
  console.log(`  search, 50 hits, snippets, facets: p50 ${search.p50} ms, p95 ${search.p95} ms`)
  console.log(`  quick find:                        p50 ${quickFind.p50} ms, p95 ${quickFind.p95} ms`)
}

try {
  if (values.only === undefined || values.only === 'import') {
    const found = await measureImport(10_000)
    const recoll = measureRecoll(10_000)
    figures['import'] = { ...found, recollDocumentsPerSecond: recoll }
    console.log(
      `import of ${found.documents} releases: ${found.documentsPerSecond} documents/s, peak memory ${found.peakMemoryMb ?? '?'} MB`,
    )
    console.log(
      recoll === undefined
        ? 'Recoll is not installed: nothing to compare with.'
        : `Recoll, same folder, same run: ${recoll} documents/s; Chancery is ${(found.documentsPerSecond / recoll).toFixed(2)} times as fast`,
    )
  }
  if (values.only === undefined || values.only === 'pdf') {
    const found = await measurePdf(300)
    figures['pdf'] = found
    console.log(`PDF text: ${found.pagesPerSecond} pages/s in one thread`)
  }
  if (values.only === undefined || values.only === 'export') {
    const found = await measureExport(work, path.join(root, 'out', 'main', 'cli.js'), 10_000)
    figures['export'] = found
    const { documents, packageMb, seconds, peakMemoryMb, tarAndSumsSeconds, speed, withoutReadingCopy: plain } = found
    console.log(
      `export of ${documents} releases (${packageMb} MB): ${seconds} s, peak memory ${peakMemoryMb} MB; tar and sha256sum over the same files ${tarAndSumsSeconds} s: ${speed} times their speed; cp -r and sha256sum ${found.copyAndSumsSeconds} s`,
    )
    console.log(
      `  without the reading copy: ${plain.seconds} s, ${plain.peakMemoryMb} MB, against ${plain.tarAndSumsSeconds} s: ${plain.speed} times their speed; cp -r and sha256sum ${plain.copyAndSumsSeconds} s`,
    )
  }
  if (values.only === undefined || values.only === 'search') {
    const sizes = values.documents === undefined ? [10_000, 100_000] : [Number(values.documents)]
    const all: SearchFigures[] = []
    for (const documents of sizes) {
      const found = await measureSearch(path.join(values.keep ?? work, `search-${documents}`), documents)
      all.push(found)
      printSearch(found)
    }
    figures['search'] = all
  }
  console.log(JSON.stringify(figures))
} finally {
  rmSync(work, { recursive: true, force: true })
}
