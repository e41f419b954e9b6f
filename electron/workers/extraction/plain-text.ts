import { decodeText } from './character-encoding.ts'
import type { ExtractedText } from './extracted.ts'
import { emptyFile } from './refusals.ts'
import { pagesOf } from './text-cleanup.ts'

/** Reads a plain text in whatever encoding it is. Throws a Refusal when only white space is in it. */
export function extractPlain(bytes: Uint8Array): ExtractedText {
  const { text, encoding } = decodeText(bytes)
  const pages = pagesOf(text)
  if (pages.every((page) => page.text === '')) throw emptyFile()
  return { mediaType: 'text/plain', extension: 'txt', encoding, pages, metadata: {} }
}
