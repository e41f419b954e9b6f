import { type ReadingFiles, readingFile } from '../../../contract/reading-copy.ts'
import type { CopyPiece, ReadingCopyMaker, TextToCopy } from '../../ports.ts'
import { FormCollector } from './form-collector.ts'
import { ReadingIndex } from './reading-index.ts'

export const textsInFile = 50
export const indexedInFile = 200

/** A piece of data as a script: from a file, a page may run scripts and read nothing else. JSON has few apostrophes to escape. */
function asScript(kind: keyof ReadingFiles, number: number, json: string): CopyPiece {
  const script = `readingCopy.receive('${kind}', ${number}, '${json.replace(/[\\']/g, '\\$&')}')\n`
  return { name: readingFile(kind, number), content: new TextEncoder().encode(script) }
}

/** A file of a reading copy. */
export function copyPiece<K extends keyof ReadingFiles>(kind: K, number: number, value: ReadingFiles[K]): CopyPiece {
  return asScript(kind, number, JSON.stringify(value))
}

/** Makes what a reading copy reads texts and words from, in the thread of whoever asks. */
export class CopyData implements ReadingCopyMaker {
  readonly #forms = new FormCollector()
  #documents = 0
  #texts: (readonly string[])[] = []
  #index = new ReadingIndex(0)

  #textsPiece(): CopyPiece {
    const piece = copyPiece('texts', Math.floor((this.#documents - 1) / textsInFile), this.#texts)
    this.#texts = []
    return piece
  }

  #indexPiece(): CopyPiece {
    const piece = asScript('index', Math.floor((this.#documents - 1) / indexedInFile), this.#index.toJson())
    this.#forms.take(this.#index.terms())
    this.#index = new ReadingIndex(this.#documents)
    return piece
  }

  take(documents: readonly TextToCopy[]): Promise<CopyPiece[]> {
    const pieces: CopyPiece[] = []
    for (const { title, language, pages } of documents) {
      this.#documents++
      this.#texts.push(pages)
      this.#index.add({ title, text: pages.join('\n\n') }, language)
      if (this.#texts.length === textsInFile) pieces.push(this.#textsPiece())
      if (this.#index.size === indexedInFile) pieces.push(this.#indexPiece())
    }
    return Promise.resolve(pieces)
  }

  finish(): Promise<CopyPiece[]> {
    return Promise.resolve([
      ...(this.#texts.length === 0 ? [] : [this.#textsPiece()]),
      ...(this.#index.size === 0 ? [] : [this.#indexPiece()]),
      copyPiece('forms', 0, this.#forms.byStem()),
    ])
  }

  close(): Promise<void> {
    return Promise.resolve()
  }
}
