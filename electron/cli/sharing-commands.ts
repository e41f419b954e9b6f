import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Command, CommanderError, Option } from 'commander'
import type { CallInput } from '../contract/calls.ts'
import type { DocumentId } from '../contract/schemas.ts'
import {
  type Audience,
  type ExportFormat,
  type PackagePart,
  audiences,
  exportFormats,
  packageParts,
} from '../contract/vocabulary.ts'
import type { OpenArchive } from '../engine/open-archive.ts'
import { restoreCatalogue } from '../engine/preservation/restore-catalogue.ts'
import { verifyPath } from '../engine/preservation/verify-path.ts'
import { keepHeapLean } from '../link/lean-heap.ts'
import { type ExitCode, dim, exitCodes, printJson, printNote, printProgress, printText } from './terminal.ts'

interface Json {
  readonly json?: boolean
}

/** What the commands need of the program that has them. */
export interface CommandHost {
  readonly using: (archive: string, work: (archive: OpenArchive) => Promise<unknown>) => Promise<void>
  readonly json: () => Option
  readonly end: (code: ExitCode) => void
}

interface ExportOptions extends Json {
  readonly tag?: string
  readonly query?: string
  readonly collection?: string
  readonly to: string
  readonly format: ExportFormat
  readonly all?: boolean
  readonly for: Audience
  readonly without?: readonly PackagePart[]
  readonly mark: boolean
  readonly date?: string
}

/** `chancery export`. */
async function exportPackage(archive: OpenArchive, options: ExportOptions): Promise<ExitCode> {
  const { collection, tag } = options
  const named = collection === undefined ? `tag:"${tag ?? ''}"` : `collection:"${collection}"`
  const query = options.all === true ? '' : (options.query ?? named)
  const title = options.all === true ? '' : (tag ?? collection ?? query)
  const input: CallInput<'exports.run'> = {
    exportId: 'cli',
    selection: { query },
    format: options.format,
    to: path.resolve(options.to),
    title: title.slice(0, 300),
    audience: options.for,
    withoutMark: !options.mark,
    parts: packageParts.filter((part) => options.without?.includes(part) !== true),
    ...(options.date === undefined ? {} : { date: options.date }),
  }
  const unsubscribe = archive.subscribe((event) => {
    if (event.type === 'exports.progress') printProgress(`${event.done} of ${event.total} documents`)
  })
  const { problems, ...result } = await archive.call('exports.run', input).finally(() => {
    unsubscribe()
    printProgress('')
  })
  for (const problem of problems) printNote(`chancery: ${problem}`)
  if (options.json === true) printJson(result)
  else {
    printNote(`${result.documents} documents, ${result.bytes} bytes, at ${result.path}`)
    const { withheld } = result
    if (withheld !== undefined)
      printNote(
        `${withheld.restricted} restricted documents are only told of; ${withheld.redacted} originals are withheld. Searched ${withheld.filesSearched} files of the package for ${withheld.marks} marked words and phrases: none of them is there.`,
      )
  }
  return problems.length > 0 ? exitCodes.someRefused : exitCodes.done
}

interface VerifyOptions extends Json {
  readonly report?: string
}

/** `chancery verify`: exit 1 if anything differs. */
async function verify(target: string, { json, report: reportTo }: VerifyOptions): Promise<ExitCode> {
  const takeReport = reportTo === undefined ? undefined : (csv: string) => writeFileSync(reportTo, csv)
  const report = await verifyPath(path.resolve(target), new AbortController().signal, takeReport)
  if (json === true) printJson(report)
  else {
    for (const problem of report.problems) printText(`${problem.code}  ${problem.subject}: ${problem.message}`)
    for (const warning of report.warnings)
      printText(dim(`warning: ${warning.code}  ${warning.subject}: ${warning.message}`))
    const state = report.valid ? 'valid' : 'NOT VALID'
    printText(`${report.what}: ${state}; ${report.filesChecked} files and ${report.eventsChecked} events checked`)
  }
  return report.valid ? exitCodes.done : exitCodes.someRefused
}

interface RestrictOptions extends Json {
  readonly reason?: string
  readonly review?: string
  readonly lift?: boolean
}

/** `chancery restrict`: restricts documents, lifts that, or lists what is restricted. */
async function restrict(archive: OpenArchive, ids: readonly string[], options: RestrictOptions): Promise<void> {
  if (ids.length === 0) {
    const reply = await archive.call('access.list', {})
    if (options.json === true) printJson(reply)
    else
      for (const { document, title, reason, review } of reply.documents)
        printText(`${document}  ${title}  ${dim(`${reason}${review === '' ? '' : `, review ${review}`}`)}`)
    return
  }
  if (options.lift !== true && options.reason === undefined)
    throw new CommanderError(exitCodes.wrongUsage, 'restrict', 'Say why (--reason), or --lift.')
  const condition = options.lift === true ? null : { reason: options.reason ?? '', review: options.review ?? '' }
  const result = await archive.call('access.set', { selection: { ids: [...ids] as DocumentId[] }, condition })
  if (options.json === true) printJson(result)
  else printNote(`${result.changed} documents changed`)
}

interface RedactOptions extends Json {
  readonly add?: string
  readonly reason: string
  readonly remove?: string
}

/** `chancery redact`: marks words that no package for anyone may hold, takes a mark away, or lists them. */
async function redact(archive: OpenArchive, { add, remove, reason, json }: RedactOptions): Promise<void> {
  if (add !== undefined) await archive.call('redactions.add', { words: add, reason })
  if (remove !== undefined) await archive.call('redactions.remove', { id: remove })
  const reply = await archive.call('redactions.list', {})
  if (json === true) printJson(reply)
  else for (const mark of reply.redactions) printText(`${mark.id}  ${mark.words}  ${dim(mark.reason)}`)
}

function addExportCommand(program: Command, { using, json, end }: CommandHost): void {
  program
    .command('export')
    .description('write a package that verifies, or a list')
    .argument('<archive>')
    .addOption(new Option('--tag <tag>', 'documents with this tag or one below it').conflicts('query'))
    .option('--query <query>', 'documents that a search finds')
    .option('--collection <name>', 'documents of this collection')
    .option('--all', 'every document')
    .requiredOption('--to <path>', 'where to; there must be nothing yet')
    .addOption(new Option('--format <format>').choices(exportFormats).default('bag'))
    .addOption(
      new Option('--for <audience>', 'anyone: what is restricted or marked for redaction stays out')
        .choices(audiences)
        .default('anyone'),
    )
    .option('--no-mark', 'a CSV list without the byte order mark')
    .addOption(new Option('--without <parts...>', 'parts that a package leaves out').choices(packageParts))
    .option('--date <day>', 'the day that the package states (YYYY-MM-DD): the same documents then give the same bytes')
    .addOption(json())
    .action((archive: string, options: ExportOptions) => {
      if ([options.tag, options.query, options.collection, options.all].every((each) => each === undefined))
        throw new CommanderError(
          exitCodes.wrongUsage,
          'export',
          'Name what to export: --tag, --query, --collection or --all.',
        )
      keepHeapLean(2)
      return using(archive, async (open) => {
        end(await exportPackage(open, options))
      })
    })
}

function addAccessCommands(program: Command, { using, json }: CommandHost): void {
  program
    .command('restrict')
    .description('say that documents may not be given to anybody; without documents, list those')
    .argument('<archive>')
    .argument('[id...]')
    .option('--reason <text>', 'why')
    .option('--review <date>', 'when that is to be looked at again (EDTF)')
    .option('--lift', 'they may be given to anybody again')
    .addOption(json())
    .action((archive: string, ids: string[], options: RestrictOptions) =>
      using(archive, (open) => restrict(open, ids, options)),
    )
  program
    .command('redact')
    .description('mark words that no package for anyone may hold; without an option, list them')
    .argument('<archive>')
    .option('--add <words>', 'words or a phrase, however they are written')
    .option('--reason <text>', 'why', '')
    .option('--remove <id>', 'take a mark away')
    .addOption(json())
    .action((archive: string, options: RedactOptions) => using(archive, (open) => redact(open, options)))
}

/** `chancery restore`: puts a copy in the place of the catalogue. */
async function restore(archive: string, backup: string, { json }: Json): Promise<void> {
  const result = await restoreCatalogue(path.resolve(archive), path.resolve(backup), new Date())
  if (json === true) printJson(result)
  else printNote(`${result.documents} documents; what was there before: ${result.replaced ?? 'nothing'}`)
}

/** Commands about what leaves the archive, and about whether it arrived whole. */
export function addSharingCommands(program: Command, host: CommandHost): void {
  addExportCommand(program, host)
  addAccessCommands(program, host)
  const { json, end } = host
  program
    .command('restore')
    .description(
      'put a copy, out of the folder backups, in the place of the catalogue; what is there is kept beside it',
    )
    .argument('<archive>')
    .argument('<backup>')
    .addOption(json())
    .action((archive: string, backup: string, options: Json) => restore(archive, backup, options))
  program
    .command('verify')
    .description('check an archive, or an exported bag (folder or zip)')
    .argument('<path>')
    .option('--report <file>', 'write what was found of each original of an archive (CSV)')
    .addOption(json())
    .action(async (target: string, options: VerifyOptions) => {
      end(await verify(target, options))
    })
}
