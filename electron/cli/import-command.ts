import path from 'node:path'
import type { ImportFile, ImportProgress } from '../contract/schemas.ts'
import { waitForImport } from '../engine/importing/wait-for-import.ts'
import { dryRun } from '../engine/importing/dry-run.ts'
import type { OpenArchive } from '../engine/open-archive.ts'
import { type ExitCode, exitCodes, printJson, printNote, printProgress } from './terminal.ts'
import { noteWaitingPictures } from './ocr-command.ts'
import { createImportThreads } from '../workers/import-threads.ts'
import { type ProgramFiles, withArchive } from './with-archive.ts'

export interface ResumeOptions {
  readonly jobs?: number
  readonly json?: boolean
}

export interface ImportOptions extends ResumeOptions {
  readonly tag: readonly string[]
  readonly dryRun?: boolean
  readonly move?: boolean
}

interface ImportSummary {
  readonly imported: number
  readonly duplicates: number
  readonly refused: number
  readonly failed: number
  readonly unchanged: number
  readonly seconds: number
  readonly files: readonly ImportFile[]
}

function showProgress(progress: ImportProgress): void {
  const done = progress.imported + progress.duplicates + progress.refused + progress.failed + progress.unchanged
  const left = progress.secondsLeft === undefined ? '' : `, ${Math.ceil(progress.secondsLeft)} s left`
  printProgress(
    `${done} of ${progress.found}${progress.walked ? '' : '+'} files, ${Math.round(progress.filesPerSecond)}/s${left}`,
  )
}

async function allFiles(archive: OpenArchive, id: ImportProgress['id']): Promise<ImportFile[]> {
  const files: ImportFile[] = []
  for (;;) {
    const page = await archive.call('imports.files', { id, offset: files.length, limit: 1000 })
    files.push(...page.files)
    if (page.files.length === 0 || files.length >= page.total) return files
  }
}

function report(summary: ImportSummary, json: boolean): ExitCode {
  printProgress('')
  if (json) printJson(summary)
  else {
    for (const file of summary.files)
      if (file.reason !== undefined) printNote(`${file.state}  ${file.path}: ${file.reason} (${file.detail})`)
    const { imported, duplicates, refused, failed, unchanged, seconds } = summary
    printNote(
      `${imported} imported, ${duplicates} duplicates, ${unchanged} unchanged, ${refused} refused, ${failed} failed, in ${seconds} s`,
    )
  }
  return summary.refused + summary.failed > 0 ? exitCodes.someRefused : exitCodes.done
}

const seconds = (started: number): number => Math.round((Date.now() - started) / 10) / 100

/** `chancery import`. A cancelled run (Ctrl+C) keeps what it has committed. */
export async function runImport(
  files: ProgramFiles,
  archivePath: string,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ExitCode> {
  const started = Date.now()
  if (options.dryRun === true) {
    const threads = createImportThreads(files, options.jobs)
    const result = await dryRun({ archivePath, paths, reader: threads.reader }).finally(() => threads.close())
    return report({ ...result, seconds: seconds(started) }, options.json === true)
  }
  const use = {
    path: archivePath,
    files,
    createWithTitle: path.basename(path.resolve(archivePath)),
    resumeImports: true,
    ...(options.jobs === undefined ? {} : { jobs: options.jobs }),
  }
  return withArchive(use, async (archive) => {
    const wanted = paths.map((each) => path.resolve(each))
    const id = (await unfinishedLike(archive, wanted)) ?? (await startImport(archive, wanted, options))
    return followImport(archive, id, started, options)
  })
}

/** `chancery resume`: goes on with what was interrupted, and answers how the last of it ended. */
export async function runResume(files: ProgramFiles, archivePath: string, options: ResumeOptions): Promise<ExitCode> {
  const started = Date.now()
  const use = {
    path: archivePath,
    files,
    resumeImports: true,
    ...(options.jobs === undefined ? {} : { jobs: options.jobs }),
  }
  return withArchive(use, async (archive) => {
    const { imports } = await archive.call('imports.list', { limit: 1000 })
    let exit: ExitCode = exitCodes.done
    for (const { id, state } of imports.reverse())
      if (state === 'running' || state === 'interrupted') exit = await followImport(archive, id, started, options)
    return exit
  })
}

/** An import of the same paths that was interrupted: it goes on instead of another being started. */
async function unfinishedLike(
  archive: OpenArchive,
  paths: readonly string[],
): Promise<ImportProgress['id'] | undefined> {
  const { imports } = await archive.call('imports.list', { limit: 1000 })
  return imports.find(
    ({ state, sources }) =>
      (state === 'running' || state === 'interrupted') && JSON.stringify(sources) === JSON.stringify(paths),
  )?.id
}

async function startImport(
  archive: OpenArchive,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ImportProgress['id']> {
  const order = {
    paths: [...paths],
    tags: [...options.tag],
    ...(options.move === true ? { afterwards: 'remove' as const } : {}),
  }
  return (await archive.call('imports.start', order)).id
}

/** Waits for an import and reports it. Ctrl+C cancels it, and what it has committed stays. */
async function followImport(
  archive: OpenArchive,
  id: ImportProgress['id'],
  started: number,
  options: ResumeOptions,
): Promise<ExitCode> {
  const cancel = (): void => void archive.call('imports.cancel', { id })
  process.once('SIGINT', cancel)
  const ended = await waitForImport(archive, id, showProgress)
  process.removeListener('SIGINT', cancel)
  const { imported, duplicates, refused, failed, unchanged } = ended
  const counts = { imported, duplicates, refused, failed, unchanged }
  const exit = report(
    { ...counts, seconds: seconds(started), files: await allFiles(archive, id) },
    options.json === true,
  )
  await noteWaitingPictures(archive)
  if (ended.state === 'done') return exit
  printNote(`chancery: the import ended early (${ended.failure?.message ?? ended.state}); run it again to go on.`)
  return exitCodes.archiveFailed
}
