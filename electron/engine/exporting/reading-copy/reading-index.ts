import lunr from 'lunr'
import { readingFields } from '../../../contract/reading-copy.ts'
import type { Language } from '../../../contract/vocabulary.ts'
import { termsOfText } from '../../language/reading-terms.ts'

export interface DocumentToIndex {
  readonly title: string
  readonly text: string
  readonly language: Language
}

/** Terms come ready: Lunr's own tokenizer and pipeline know English only. */
const tokenize = (terms: unknown): lunr.Token[] => (terms as readonly string[]).map((term) => new lunr.Token(term, {}))

/** A Lunr index over documents, as Lunr serialises it; their references count from `first`. */
export function readingIndex(documents: readonly DocumentToIndex[], first: number): object {
  const builder = new lunr.Builder()
  builder.pipeline.reset()
  builder.searchPipeline.reset()
  Object.assign(builder, { tokenizer: tokenize })
  builder.ref('ref')
  for (const { name, boost } of readingFields) builder.field(name, { boost })
  for (const [at, { title, text, language }] of documents.entries())
    builder.add({ ref: String(first + at), title: termsOfText(title, language), text: termsOfText(text, language) })
  return builder.build().toJSON()
}
