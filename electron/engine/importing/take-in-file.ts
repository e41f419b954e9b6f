import path from 'node:path'
import type { RefusalReason } from '../../contract/vocabulary.ts'
import type { ArchiveFolder } from '../archive-folder.ts'
import type { AnalysedDocument } from '../cataloguing/analysed-document.ts'
import type { ReadDb } from '../database/connection.ts'
import { statement } from '../database/statement.ts'
import { makeUlid } from '../ids.ts'
import type { DocumentReader } from '../ports.ts'
import { findByContent, findFileAtSource } from './imports.store.ts'
import { CopyRefusal, type IncomingFile, copyIn, discard, isKept, keep } from './originals.ts'

/** What became of one file, ready to be committed. Whatever it names is on disk under its lasting name. */
export type FileResult = { readonly ordinal: number; readonly path: string } & (
  | { readonly state: 'imported'; readonly incoming: IncomingFile; readonly document: AnalysedDocument }
  | { readonly state: 'duplicate' | 'unchanged'; readonly sha256: string }
  | { readonly state: 'refused'; readonly reason: RefusalReason; readonly detail: string }
)

type Outcome = FileResult extends infer R ? (R extends FileResult ? Omit<R, 'ordinal' | 'path'> : never) : never
type Refused = Extract<Outcome, { state: 'refused' }>

export interface Intake {
  readonly db: ReadDb
  readonly folder: ArchiveFolder
  readonly reader: DocumentReader
  readonly signal: AbortSignal
  /** Contents that are on their way, each with what became of its first file; emptied as batches are committed. */
  readonly underWay: Map<string, Promise<Refused | undefined>>
}

async function readAndKeep(intake: Intake, incoming: IncomingFile, name: string): Promise<Outcome> {
  const content = incoming.content ?? { path: incoming.temporaryPath }
  const outcome = await intake.reader.read({ name, content }, intake.signal).catch(async (error: unknown) => {
    await discard(incoming.temporaryPath)
    throw error
  })
  if (!outcome.ok) {
    await discard(incoming.temporaryPath)
    return { state: 'refused', reason: outcome.reason, detail: outcome.detail }
  }
  await keep(intake.folder, incoming, outcome.document.extension)
  return { state: 'imported', incoming: { ...incoming, content: undefined }, document: outcome.document }
}

/** A content that the archive names already. Should its original have been lost, this copy takes its place. */
async function recognise(
  intake: Intake,
  incoming: IncomingFile,
  sourcePath: string,
  known: { file: number },
): Promise<Outcome> {
  const extension = statement<[number], { extension: string }>(
    intake.db,
    'SELECT extension FROM file WHERE number = ?',
  ).get(known.file)?.extension
  const isSound = extension !== undefined && (await isKept(intake.folder, incoming.sha256, extension, incoming.bytes))
  if (isSound || extension === undefined) await discard(incoming.temporaryPath)
  else await keep(intake.folder, incoming, extension)
  const state = findFileAtSource(intake.db, sourcePath) === known.file ? 'unchanged' : 'duplicate'
  return { state, sha256: incoming.sha256 }
}

async function takeIn(intake: Intake, sourcePath: string): Promise<Outcome> {
  const incoming = await copyIn(intake.folder, sourcePath, makeUlid(Date.now()), intake.signal)
  const known = findByContent(intake.db, incoming.sha256)
  if (known !== undefined) return recognise(intake, incoming, sourcePath, known)
  const first = intake.underWay.get(incoming.sha256)
  if (first !== undefined) {
    await discard(incoming.temporaryPath)
    return (await first) ?? { state: 'duplicate', sha256: incoming.sha256 }
  }
  const work = readAndKeep(intake, incoming, path.basename(sourcePath))
  const fate = work.then((outcome) => (outcome.state === 'refused' ? outcome : undefined))
  // Whoever waits for it hears of a failure; nobody may, and that is no fault.
  fate.catch(() => undefined)
  intake.underWay.set(incoming.sha256, fate)
  return work
}

/**
 * Takes one file into the archive, up to the row that will name it: copied, hashed, read, kept. What is wrong with the file is
 * its result; rejects only for cancellation and for faults of the archive's own disk.
 */
export async function takeInFile(intake: Intake, ordinal: number, sourcePath: string): Promise<FileResult> {
  try {
    return { ordinal, path: sourcePath, ...(await takeIn(intake, sourcePath)) }
  } catch (error) {
    if (!(error instanceof CopyRefusal)) throw error
    return { ordinal, path: sourcePath, state: 'refused', reason: error.reason, detail: error.message }
  }
}
