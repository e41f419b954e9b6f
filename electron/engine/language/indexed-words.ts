import type { Language } from '../../contract/vocabulary.ts'
import { type AnalysedText, analyseText } from './analyse.ts'
import { ByteWriter } from './bytes.ts'

/**
 * The words of one document as the index takes them, packed so that a thread hands them on at little cost: folded, as they are
 * written and not stemmed, each with its places. Forms of one word are brought together when a question is asked.
 */
export interface IndexedWords {
  /** Each different word of title and text once, apart by spaces. */
  readonly words: string
  /**
   * For each of them in order: 4 times the places in the text plus the places in the title (3 at most), then these places, those
   * of the title first. A place is the number of words before it in the title or the text; each is written as the distance to the
   * one before.
   */
  readonly places: Uint8Array
  /** Words of the text, and of the title, that are no function words. */
  readonly length: number
  readonly titleLength: number
}

const mostInTitle = 3

function putPlaces(writer: ByteWriter, places: readonly number[]): void {
  let before = 0
  for (const place of places) {
    writer.putNumber(place - before)
    before = place
  }
}

/** The words of a document with this title and this analysed text. */
export function indexedWords(title: string, language: Language, body: AnalysedText): IndexedWords {
  const heading = analyseText(title, language)
  const writer = new ByteWriter(2048)
  const words: string[] = []
  const put = (word: string, inTitle: readonly number[], inText: readonly number[]): void => {
    words.push(word)
    writer.putNumber(inText.length * 4 + inTitle.length)
    putPlaces(writer, inTitle)
    putPlaces(writer, inText)
  }
  for (const [word, places] of body.places) put(word, (heading.places.get(word) ?? []).slice(0, mostInTitle), places)
  for (const [word, places] of heading.places) if (!body.places.has(word)) put(word, places.slice(0, mostInTitle), [])
  return { words: words.join(' '), places: writer.toBytes(), length: body.length, titleLength: heading.length }
}
