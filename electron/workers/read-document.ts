import { readFileSync } from 'node:fs'
import { edtfBounds } from '../contract/edtf.ts'
import type { AnalysedDocument } from '../engine/cataloguing/analysed-document.ts'
import { describeDocument } from '../engine/cataloguing/describe.ts'
import { pageBreak } from '../engine/cataloguing/pages.ts'
import { readFacts } from '../engine/cataloguing/read-facts.ts'
import { analyseText, mainLanguage } from '../engine/language/analyse.ts'
import { signText } from '../engine/editions/signature.rules.ts'
import { indexedWords } from '../engine/language/indexed-words.ts'
import type { FileToRead, ReadingOutcome } from '../engine/ports.ts'
import { type ExtractedText, Refusal } from './extraction/extracted.ts'
import { extractText } from './extraction/extract-text.ts'

function analyse(
  { name: fileName, issued: known, language: fallback }: FileToRead,
  extracted: ExtractedText,
): AnalysedDocument {
  const { mediaType, extension, pages, metadata } = extracted
  const text = pages.map((page) => page.text).join(pageBreak)
  const body = analyseText(text, fallback)
  const language = mainLanguage(body)
  const { issued, issuedField, ...rest } = metadata
  const isDate = issued !== undefined && edtfBounds(issued) !== undefined
  const ofFile = { ...rest, ...(isDate ? { issued, ...(issuedField === undefined ? {} : { issuedField }) } : {}) }
  const description = describeDocument({ fileName, pages, language, ofFile })
  return {
    ...{ mediaType, extension, pages, description },
    facts: readFacts({ pages, passages: body.passages, title: description.title, issued: known ?? description.issued }),
    words: indexedWords(description.title, language, body),
    signature: signText(body),
    hasMembers: extracted.hasMembers === true,
    link: metadata.link ?? '',
  }
}

/**
 * Reads one file to the end: extraction, language, description, words. Blocks its thread while it reads from disk, which is
 * quicker by half for small files: it is meant for threads of its own. What is wrong with a file is an outcome; only a fault of
 * the program is thrown.
 */
export async function readDocument(file: FileToRead, signal?: AbortSignal): Promise<ReadingOutcome> {
  try {
    const bytes = 'path' in file.content ? readFileSync(file.content.path) : file.content
    const extracted = await extractText(
      { name: file.name, bytes },
      {
        ...(signal === undefined ? {} : { signal }),
        ...(file.password === undefined ? {} : { password: file.password }),
      },
    )
    return { ok: true, document: analyse(file, extracted) }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.reason, detail: error.message }
    throw error
  }
}
