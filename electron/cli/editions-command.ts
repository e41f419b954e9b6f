import type { DocumentSummary } from '../contract/schemas.ts'
import type { OpenArchive } from '../engine/open-archive.ts'
import { dim, printJson, printNote, printText } from './terminal.ts'

const pageOfPairs = 500

const percent = (likeness: number): string => `${Math.round(likeness * 100)} %`.padStart(5)
const named = ({ id, language, title }: DocumentSummary): string => `${id}  ${language.padEnd(3)}  ${title}`

async function printRelations(archive: OpenArchive, id: string, json: boolean): Promise<void> {
  const reply = await archive.call('editions.of', { id })
  if (json) {
    printJson(reply)
    return
  }
  for (const { document, relation, likeness, decided } of reply.relations)
    printText(
      `${percent(likeness)}  ${relation.padEnd(11)}  ${named(document)}${decided ? `  ${dim('(confirmed)')}` : ''}`,
    )
  printNote(`${reply.relations.length} documents belong to this one`)
}

async function printPairs(archive: OpenArchive, json: boolean): Promise<void> {
  for (let offset = 0; ;) {
    const { total, pairs, complete } = await archive.call('editions.list', { offset, limit: pageOfPairs })
    for (const pair of pairs) {
      if (json) printJson(pair)
      else
        printText(
          `${percent(pair.likeness)}  ${pair.relation.padEnd(11)}  ${named(pair.first)}\n${' '.repeat(20)}${named(pair.second)}`,
        )
    }
    offset += pairs.length
    if (pairs.length > 0 && offset < total) continue
    if (!json) printNote(`${total} pairs`)
    if (!complete) printNote('chancery: there are more pairs than are looked for')
    return
  }
}

/** `chancery editions`: the documents that belong to one, or the pairs of the whole archive (with `--json`, a line each). */
export function editions(
  archive: OpenArchive,
  id: string | undefined,
  { json = false }: { readonly json?: boolean },
): Promise<void> {
  return id === undefined ? printPairs(archive, json) : printRelations(archive, id, json)
}
