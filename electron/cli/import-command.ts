import path from 'node:path'
import type { ImportFile, ImportProgress } from '../contract/schemas.ts'
import { waitForImport } from '../engine/importing/wait-for-import.ts'
import { dryRun } from '../engine/importing/dry-run.ts'
import type { OpenArchive } from '../engine/open-archive.ts'
import { type ExitCode, exitCodes, printJson, printNote, printProgress } from './terminal.ts'
import { type ProgramFiles, lazyReader, withArchive } from './with-archive.ts'

export interface ImportOptions {
  readonly tag: readonly string[]
  readonly jobs?: number
  readonly dryRun?: boolean
  readonly json?: boolean
}

interface ImportSummary {
  readonly imported: number
  readonly duplicates: number
  readonly refused: number
  readonly unchanged: number
  readonly seconds: number
  readonly files: readonly ImportFile[]
}

function showProgress(progress: ImportProgress): void {
  const done = progress.imported + progress.duplicates + progress.refused + progress.unchanged
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
      if (file.state === 'refused') printNote(`refused  ${file.path}: ${file.reason} (${file.detail})`)
    const { imported, duplicates, refused, unchanged, seconds } = summary
    printNote(
      `${imported} imported, ${duplicates} duplicates, ${unchanged} unchanged, ${refused} refused, in ${seconds} s`,
    )
  }
  return summary.refused > 0 ? exitCodes.someRefused : exitCodes.done
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
    const reader = lazyReader(files, options.jobs)
    const result = await dryRun({ archivePath, paths, reader }).finally(() => reader.close())
    return report({ ...result, seconds: seconds(started) }, options.json === true)
  }
  const use = {
    path: archivePath,
    files,
    createWithTitle: path.basename(path.resolve(archivePath)),
    ...(options.jobs === undefined ? {} : { jobs: options.jobs }),
  }
  return withArchive(use, async (archive) => {
    const begun = await archive.call('imports.start', {
      paths: paths.map((each) => path.resolve(each)),
      tags: [...options.tag],
    })
    const cancel = (): void => void archive.call('imports.cancel', { id: begun.id })
    process.once('SIGINT', cancel)
    const ended = await waitForImport(archive, begun.id, showProgress)
    process.removeListener('SIGINT', cancel)
    const { imported, duplicates, refused, unchanged } = ended
    const exit = report(
      { imported, duplicates, refused, unchanged, seconds: seconds(started), files: await allFiles(archive, begun.id) },
      options.json === true,
    )
    if (ended.state === 'done') return exit
    printNote(`chancery: the import ended early (${ended.failure?.message ?? ended.state}); run it again to go on.`)
    return exitCodes.archiveFailed
  })
}
