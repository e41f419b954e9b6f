import type { BagSource } from '../preservation/bag-source.ts'
import { readLines } from '../read-lines.ts'
import { PackageLine, RecordLine, recordsName, recordsVersion } from './record-lines.ts'

/** A record of a package, or what is wrong with its line. */
export type ReadLine =
  | { readonly ok: true; readonly line: RecordLine }
  | { readonly ok: false; readonly number: number; readonly detail: string }

function parseLine(text: string, number: number): ReadLine {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, number, detail: 'The line is not JSON.' }
  }
  const parsed = RecordLine.safeParse(value)
  if (parsed.success) return { ok: true, line: parsed.data }
  const [issue] = parsed.error.issues
  return { ok: false, number, detail: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a record'}` }
}

/** The records of a package one after another, checked; whatever is wrong with one is told in its place. */
export async function* readRecords(source: BagSource): AsyncGenerator<ReadLine> {
  let number = 0
  for await (const text of readLines(await source.open(recordsName))) if (text !== '') yield parseLine(text, ++number)
}

/** Why the records of a package cannot be read at all; undefined where they can. */
export async function unreadable(source: BagSource): Promise<string | undefined> {
  for await (const read of readRecords(source)) {
    if (!read.ok) return `line ${read.number}: ${read.detail}`
    const first = PackageLine.safeParse(read.line)
    if (!first.success) return 'The records do not begin with their package.'
    const { version } = first.data
    return version > recordsVersion
      ? `The records have version ${version}; this program knows ${recordsVersion}.`
      : undefined
  }
  return 'There are no records.'
}
