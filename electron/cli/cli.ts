import path from 'node:path'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { languages, sorts } from '../contract/vocabulary.ts'
import type { OpenArchive } from '../engine/open-archive.ts'
import * as commands from './archive-commands.ts'
import { editions } from './editions-command.ts'
import { type ImportOptions, type ResumeOptions, runImport, runResume } from './import-command.ts'
import { type OcrOptions, runOcr } from './ocr-command.ts'
import type { ReadOptions } from './read-command.ts'
import { runRebuild } from './rebuild-command.ts'
import { type SearchOptions, runSearchCommand } from './search-command.ts'
import { type ServeOptions, runServe } from './serve-command.ts'
import { addSharingCommands } from './sharing-commands.ts'
import { type WatchOptions, runWatch } from './watch-command.ts'
import { type ExitCode, exitCodes, reportFailure } from './terminal.ts'
import { type ProgramFiles, withArchive } from './with-archive.ts'

// Other entry files lie beside this one when the program is built, and in their folders when it is run from its sources.
const isBuilt = import.meta.filename.endsWith('.js')
const entry = (built: string, source: string): string => path.join(import.meta.dirname, isBuilt ? built : source)
const files: ProgramFiles = {
  readDocument: entry('read-document.js', '../workers/read-document-entry.ts'),
  readingCopy: entry('reading-copy.js', '../workers/reading-copy-entry.ts'),
  storeFiles: entry('store-files.js', '../workers/store-files-entry.ts'),
  web: entry('web.js', '../web/web.ts'),
}

let exitCode: ExitCode = exitCodes.done

const collect = (value: string, before: string[]): string[] => [...before, value]

function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!Number.isInteger(value) || value < least)
      throw new InvalidArgumentError(`must be a whole number from ${least}.`)
    return value
  }
}

const jsonOption = (): Option => new Option('--json', 'print JSON on standard output')
const using = (
  archivePath: string,
  work: (archive: OpenArchive) => Promise<unknown>,
  createWithTitle?: string,
): Promise<void> =>
  withArchive(
    { path: archivePath, files, ...(createWithTitle === undefined ? {} : { createWithTitle }) },
    async (archive) => {
      await work(archive)
    },
  )

function addImportingCommands(program: Command): void {
  program
    .command('import')
    .description('import files and folders; the archive is made if it is missing')
    .argument('<archive>')
    .argument('<path...>')
    .option('--tag <tag>', 'tag for every imported document; may be repeated', collect, [])
    .option('--jobs <n>', 'threads that read files', wholeNumber(1))
    .option('--dry-run', 'say what would happen, change nothing')
    .option('--move', 'remove each source once its original was read back and found whole')
    .addOption(jsonOption())
    .action(async (archive: string, paths: string[], options: ImportOptions) => {
      exitCode = await runImport(files, archive, paths, options)
    })
  program
    .command('resume')
    .description('go on with imports that were interrupted')
    .argument('<archive>')
    .option('--jobs <n>', 'threads that read files', wholeNumber(1))
    .addOption(jsonOption())
    .action(async (archive: string, options: ResumeOptions) => {
      exitCode = await runResume(files, archive, options)
    })
  program
    .command('watch')
    .description('have new files in a folder imported while the program runs; without a folder, list what is watched')
    .argument('<archive>')
    .argument('[folder]')
    .option('--tag <tag>', 'tag for what is imported from it; may be repeated', collect, [])
    .option('--move', 'remove each source once its original was read back and found whole')
    .option('--stop', 'watch it no longer')
    .addOption(jsonOption())
    .action((archive: string, folder: string | undefined, options: WatchOptions) =>
      using(archive, (open) => runWatch(open, folder, options)),
    )
}

function addRebuildCommand(program: Command): void {
  program
    .command('rebuild')
    .description('make the catalogue again from the records in the archive; what is there is kept beside its copies')
    .argument('<archive>')
    .addOption(jsonOption())
    .action(async (archive: string, options: { json?: boolean }) => {
      exitCode = await runRebuild(files, archive, options)
    })
}

function addWritingCommands(program: Command): void {
  program
    .command('init')
    .description('make an archive')
    .argument('<archive>')
    .option('--title <title>', 'its title; the name of its folder without this')
    .addOption(jsonOption())
    .action((archive: string, options: { title?: string; json?: boolean }) =>
      using(
        archive,
        (open) => commands.showSummary(open, options),
        options.title ?? path.basename(path.resolve(archive)),
      ),
    )
  program
    .command('tag')
    .description('add tags to documents, or take them off')
    .argument('<archive>')
    .argument('<id...>')
    .option('--add <tag>', 'may be repeated', collect, [])
    .option('--remove <tag>', 'may be repeated', collect, [])
    .addOption(jsonOption())
    .action((archive: string, ids: string[], options: { add: string[]; remove: string[]; json?: boolean }) =>
      using(archive, (open) => commands.tag(open, ids, options)),
    )
  program
    .command('undo')
    .description('take the last act back, or the named one')
    .argument('<archive>')
    .argument('[event]')
    .addOption(jsonOption())
    .action((archive: string, event: string | undefined, options: { json?: boolean }) =>
      using(archive, (open) => commands.undo(open, event, options)),
    )
}

function addRemovedCommand(program: Command): void {
  program
    .command('removed')
    .description('print the documents that were removed, and why; with ids, take these back')
    .argument('<archive>')
    .argument('[id...]')
    .addOption(jsonOption())
    .action((archive: string, ids: string[], options: { json?: boolean }) =>
      using(archive, (open) => commands.removed(open, ids, options)),
    )
}

function addOcrCommand(program: Command): void {
  program
    .command('ocr')
    .description('read the pages that are pictures, with the program tesseract of this computer')
    .argument('<archive>')
    .option('--again', 'try also the pictures in which nothing was found before')
    .addOption(jsonOption())
    .action((archive: string, options: OcrOptions) =>
      using(archive, async (open) => {
        exitCode = await runOcr(open, options)
      }),
    )
}

function addReadingCommands(program: Command): void {
  program
    .command('read')
    .description('print what is read in files, as JSON lines, without an archive')
    .argument('[file...]')
    .option('--batch <lines>', 'a file of JSON lines {id, text, issued?, language?}')
    .option('--issued <edtf>', 'the day of issue, from which relative dates are counted')
    .addOption(new Option('--language <code>', 'of texts that do not show their own').choices([...languages]))
    .addOption(jsonOption())
    .action(async (paths: string[], options: ReadOptions) => {
      if (paths.length === 0 && options.batch === undefined)
        throw new CommanderError(exitCodes.wrongUsage, 'read', 'Name a file, or --batch.')
      // Readers of a dozen file formats: other commands leave them to threads, or do not need them.
      const { runRead } = await import('./read-command.ts')
      exitCode = await runRead(paths, options)
    })
  program
    .command('search')
    .description('search the archive')
    .argument('<archive>')
    .argument('[query]', 'words, "phrases", word*, -without, a OR b, tag: kind: lang: issued: title: file:', '')
    .option('--limit <n>', 'hits to print', wholeNumber(0), 20)
    .option('--offset <n>', 'hits to pass over', wholeNumber(0), 0)
    .addOption(new Option('--sort <order>').choices([...sorts]).default('relevance'))
    .option('--facets', 'count kinds, languages, years and tags')
    .option('--batch <lines>', 'a file of JSON lines {id, text}, or a table of queries (.csv); prints a line for each')
    .addOption(jsonOption())
    .action((archive: string, query: string, options: SearchOptions) =>
      using(archive, (open) => runSearchCommand(open, query, options)),
    )
}

function addListingCommands(program: Command): void {
  const simple = (
    name: string,
    description: string,
    work: (open: OpenArchive, options: { json?: boolean }) => Promise<void>,
  ): void => {
    program
      .command(name)
      .description(description)
      .argument('<archive>')
      .addOption(jsonOption())
      .action((archive: string, options: { json?: boolean }) => using(archive, (open) => work(open, options)))
  }
  simple('dump', 'print every record as JSON lines', (open) => commands.dump(open))
  simple('tags', 'print the tags with counts', commands.listTags)
  simple('history', 'print the history, newest first', commands.history)
  simple('backup', 'make a verified copy of the catalogue', commands.backup)
  simple('reindex', 'build the full-text index again', commands.reindex)
  program
    .command('editions')
    .description('print the documents that belong to one, or all pairs: same text, other editions, translations')
    .argument('<archive>')
    .argument('[id]')
    .addOption(jsonOption())
    .action((archive: string, id: string | undefined, options: { json?: boolean }) =>
      using(archive, (open) => editions(open, id, options)),
    )
  for (const name of ['show', 'suggest'] as const)
    program
      .command(name)
      .description(name === 'show' ? 'print the record of a document' : 'what quick find answers to a few letters')
      .argument('<archive>')
      .argument(name === 'show' ? '<id>' : '<text>')
      .addOption(jsonOption())
      .action((archive: string, argument: string, options: { json?: boolean }) =>
        using(archive, (open) => commands[name](open, argument, options)),
      )
}

function addRegisterCommands(program: Command): void {
  for (const name of ['agreements', 'names'] as const)
    program
      .command(name)
      .description(
        name === 'agreements'
          ? 'print the register of agreements, or one of them'
          : 'print the authority file, or one record',
      )
      .argument('<archive>')
      .argument('[id]')
      .addOption(jsonOption())
      .action((archive: string, id: string | undefined, options: { json?: boolean }) =>
        using(archive, (open) => commands[name](open, id, options)),
      )
}

function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('serve the program to a browser on this computer')
    .argument('[archive]')
    .option('--port <n>', 'a free one without this', wholeNumber(0))
    .option('--open', 'open the browser')
    .action(async (archive: string | undefined, options: ServeOptions) => {
      exitCode = await runServe(files.web, archive, options)
    })
}

async function main(): Promise<void> {
  const program = new Command('chancery')
    .description('An archive for press releases, communiqués and agreement texts.')
    .exitOverride()
  addImportingCommands(program)
  addWritingCommands(program)
  addRebuildCommand(program)
  addRemovedCommand(program)
  addOcrCommand(program)
  addReadingCommands(program)
  addListingCommands(program)
  addRegisterCommands(program)
  addSharingCommands(program, { using, json: jsonOption, end: (code) => (exitCode = code) })
  addServeCommand(program)
  // Settings are inherited only by commands made after them; these were made before.
  for (const command of program.commands) command.exitOverride()
  try {
    await program.parseAsync()
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === exitCodes.wrongUsage) process.stderr.write(`chancery: ${error.message}\n`)
      exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage
    } else exitCode = reportFailure(error)
  }
  process.exitCode = exitCode
}

await main()
