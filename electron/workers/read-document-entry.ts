import type { FileToRead, ReadingOutcome } from '../engine/ports.ts'
import { readDocument } from './read-document.ts'

/** The task of a reading worker. */
export default function run(file: FileToRead): Promise<ReadingOutcome> {
  return readDocument(file)
}
