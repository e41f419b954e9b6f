import type { DocumentRecord } from '../contract/schemas.ts'
import type { OpenArchive } from '../engine/open-archive.ts'
import { bold, dim, printJson, printNote, printProgress, printText } from './terminal.ts'

interface Json {
  readonly json?: boolean
}

/** `chancery init`. */
export async function showSummary(archive: OpenArchive, { json }: Json): Promise<void> {
  const summary = await archive.call('archive.summary', {})
  if (json === true) printJson(summary)
  else printText(`${bold(summary.title)}  ${summary.path}\n${summary.documents} documents, ${summary.tags} tags`)
}

/** `chancery agreements`: the register, or all that the texts say of one agreement. */
export async function agreements(archive: OpenArchive, id: string | undefined, { json }: Json): Promise<void> {
  if (id !== undefined) {
    printJson(await archive.call('agreements.get', { id }))
    return
  }
  const reply = await archive.call('agreements.list', {})
  if (json === true) printJson(reply)
  else
    for (const { id: own, title, signed, status, parties, citing } of reply.agreements)
      printText(
        `${bold(title)}\n${dim(`${own}  ${signed || 'no date'}  ${status}  ${parties.map(({ name }) => name).join(', ')}  cited by ${citing}`)}`,
      )
}

const namesAtOnce = 1000

/** `chancery names`: the authority file, or one record with its mentions and what may be the same. */
export async function names(archive: OpenArchive, id: string | undefined, { json }: Json): Promise<void> {
  if (id !== undefined) {
    printJson(await archive.call('names.get', { id }))
    return
  }
  for (let offset = 0; ; offset += namesAtOnce) {
    const reply = await archive.call('names.list', { text: '', offset, limit: namesAtOnce })
    for (const name of reply.names)
      if (json === true) printJson(name)
      else
        printText(`${name.type.padEnd(12)} ${String(name.documents).padStart(6)}  ${name.preferred}  ${dim(name.id)}`)
    if (offset + namesAtOnce >= reply.total) return
  }
}

/** `chancery suggest`. */
export async function suggest(archive: OpenArchive, text: string, { json }: Json): Promise<void> {
  const reply = await archive.call('search.suggest', { text, limit: 20 })
  if (json === true) printJson(reply)
  else for (const each of reply.suggestions) printText(`${each.type.padEnd(9)} ${each.title}  ${dim(each.detail)}`)
}

function printRecord(record: DocumentRecord): void {
  printText(bold(record.title))
  const facts = [
    record.kind,
    record.language,
    record.issued || 'no date',
    record.place,
    record.reference,
    record.tags.join(', '),
  ]
  printText(dim(facts.filter((fact) => fact !== '').join('  ')))
  for (const page of record.pages) printText(`\n${dim(`— ${page.number} —`)}\n${page.text}`)
}

/** `chancery show`. */
export async function show(archive: OpenArchive, id: string, { json }: Json): Promise<void> {
  const record = await archive.call('documents.get', { id })
  if (json === true) printJson(record)
  else printRecord(record)
}

/** `chancery dump`: every record, a line each. */
export async function dump(archive: OpenArchive): Promise<void> {
  for (let offset = 0; ;) {
    const { ids } = await archive.call('documents.ids', { offset, limit: 500 })
    for (const id of ids) printJson(await archive.call('documents.get', { id }))
    offset += ids.length
    if (ids.length === 0) return
  }
}

/** `chancery tag`. */
export async function tag(
  archive: OpenArchive,
  ids: readonly string[],
  options: Json & { add: string[]; remove: string[] },
): Promise<void> {
  const { add, remove } = options
  const result = await archive.call('tags.assign', { selection: { ids: [...ids] }, add, remove })
  if (options.json === true) printJson(result)
  else printNote(`${result.changed} documents changed`)
}

/** `chancery tags`. */
export async function listTags(archive: OpenArchive, { json }: Json): Promise<void> {
  const reply = await archive.call('tags.list', {})
  if (json === true) printJson(reply)
  else {
    for (const row of reply.tags)
      printText(
        `${'  '.repeat(row.path.split('/').length - 1)}${row.path.split('/').at(-1)}  ${dim(String(row.total))}`,
      )
    printText(dim(`${reply.untagged} documents have no tag`))
  }
}

const removedAtOnce = 1000

/** `chancery removed`: documents that were removed, and why; or takes some of them back. */
export async function removed(archive: OpenArchive, ids: readonly string[], { json }: Json): Promise<void> {
  if (ids.length > 0) {
    const result = await archive.call('documents.takeBack', { ids: [...ids] })
    if (json === true) printJson(result)
    else printNote(`${result.changed} documents are in the archive again`)
    return
  }
  for (let offset = 0; ; offset += removedAtOnce) {
    const { total, documents } = await archive.call('documents.removed', { offset, limit: removedAtOnce })
    for (const document of documents)
      if (json === true) printJson(document)
      else printText(`${document.id}  ${document.title}  ${dim(document.reason)}`)
    if (offset + removedAtOnce >= total) return
  }
}

/** `chancery history`. */
export async function history(archive: OpenArchive, { json }: Json): Promise<void> {
  for (let offset = 0; ;) {
    const { events } = await archive.call('history.list', { offset, limit: 500 })
    for (const event of events) {
      if (json === true) printJson(event)
      else {
        const facts = Object.entries(event.facts).map(([name, value]) => `${name}=${String(value)}`)
        const mark = event.undone ? ' (undone)' : ''
        printText(
          `${event.sequence}  ${new Date(event.at).toISOString()}  ${event.id}  ${event.act}${mark}  ${dim(facts.join(' '))}`,
        )
      }
    }
    offset += events.length
    if (events.length === 0) return
  }
}

/** `chancery undo`. */
export async function undo(archive: OpenArchive, event: string | undefined, { json }: Json): Promise<void> {
  const result = await archive.call('history.undo', event === undefined ? {} : { event })
  if (json === true) printJson(result)
  else printNote(`taken back: ${result.undone.act} of ${new Date(result.undone.at).toISOString()}`)
}

/** `chancery backup`. */
export async function backup(archive: OpenArchive, { json }: Json): Promise<void> {
  const result = await archive.call('archive.backup', {})
  if (json === true) printJson(result)
  else printNote(`${result.path} (${result.bytes} bytes)`)
}

/** `chancery reindex`: builds the full-text index again and waits until it is whole. */
export async function reindex(archive: OpenArchive, { json }: Json): Promise<void> {
  const result = await archive.call('archive.reindex', {})
  for (;;) {
    const { coverage } = await archive.call('archive.summary', {})
    if (coverage.notYetSearchable === 0) break
    printProgress(`${coverage.notYetSearchable} documents left`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  printProgress('')
  if (json === true) printJson(result)
  else printNote(`${result.documents} documents indexed`)
}
