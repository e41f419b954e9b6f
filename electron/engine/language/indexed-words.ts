import type { Language } from '../../contract/vocabulary.ts'
import { type AnalysedText, analyseText } from './analyse.ts'

/** Words of one document as the full-text index takes them, apart by spaces. */
export interface IndexedWords {
  /** Stems of the title. */
  readonly title: string
  /** Stems of the text. */
  readonly body: string
  /** Every word of title and text as it is written, folded, for quoted phrases. */
  readonly exact: string
}

/** The words of a document with this title and this analysed text. */
export function indexedWords(title: string, language: Language, body: AnalysedText): IndexedWords {
  const heading = analyseText(title, language)
  return { title: heading.stems, body: body.stems, exact: `${heading.exact} ${body.exact}` }
}
