import { addRow, TextFlow } from '../text-flow.ts'
import type { WordProperties } from './word-properties.ts'

/** Signs that Word takes out of a font of symbols, where the archive wants a character that every font has. */
const symbols: Readonly<Record<string, string>> = {
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf0d8': '➢',
  '\uf0fc': '✓',
  '\uf02d': '-',
  '\u001e': '\u2011',
}

/** Gathers the characters of one story of a Word document; its marks become paragraphs, rows and notes. */
export class WordFlow {
  readonly #flow = new TextFlow()
  readonly #properties: WordProperties
  readonly #noteMark: (character: number) => string
  readonly #readsFields: boolean
  /** For each field that is open, whether its result has begun. */
  readonly #fields: boolean[] = []
  #row: string[] = []
  #cell = ''
  #isAfterCell = false

  constructor(properties: WordProperties, noteMark: (character: number) => string, readsFields: boolean) {
    this.#properties = properties
    this.#noteMark = noteMark
    this.#readsFields = readsFields
  }

  /** Takes one character with its number in the text and its place in the stream. */
  take(sign: string, character: number, place: number): void {
    const code = sign.charCodeAt(0)
    const note = code === 2 ? this.#noteMark(character) : ''
    if (this.#takeField(code) || this.#properties.isRemoved(place)) return
    const wasAfterCell = this.#isAfterCell
    this.#isAfterCell = code === 7
    if (code === 7) this.#endCell(place, wasAfterCell)
    else if (code === 0x0d || code === 0x0c || code === 0x0e) this.#endParagraph(place)
    else if (code === 2) this.#cell += note
    else if (code === 0x0b) this.#cell += '\n'
    else if (code === 9 || code >= 0x20 || code === 0x1e) this.#cell += symbols[sign] ?? sign
  }

  /** Whether the sign belongs to a field and is not its result: what it shows, and not how it comes to that, is the text. */
  #takeField(code: number): boolean {
    if (code === 0x13) this.#fields.push(false)
    else if (code === 0x14) this.#fields[this.#fields.length - 1] = true
    else if (code === 0x15) this.#fields.pop()
    else return this.#readsFields && this.#fields.includes(false)
    return true
  }

  #endCell(place: number, wasAfterCell: boolean): void {
    const { knowsTables } = this.#properties
    const isRowEnd = knowsTables ? this.#properties.isRowEnd(place) : wasAfterCell && this.#cell === ''
    if (!isRowEnd) {
      this.#row.push(this.#cell)
      this.#cell = ''
      return
    }
    this.#endRow()
    // The mark after this one opens a row; without formatting two marks in a row would be taken for its end.
    this.#isAfterCell = false
  }

  #endRow(): void {
    const row = this.#cell.trim() === '' ? this.#row : [...this.#row, this.#cell]
    addRow(this.#flow, row)
    this.#row = []
    this.#cell = ''
  }

  #endParagraph(place: number): void {
    if (this.#properties.knowsTables ? this.#properties.isInTable(place) : this.#row.length > 0) {
      this.#cell += '\n\n'
      return
    }
    if (this.#row.length > 0) this.#endRow()
    this.#flow.newParagraph()
    this.#flow.exact(this.#cell)
    this.#flow.newParagraph()
    this.#cell = ''
  }

  /** Whether a field was begun and never ended, so that all after it would be lost as its instruction. */
  get isInsideField(): boolean {
    return this.#fields.includes(false)
  }

  /** The text of the story; call it once, at the end. */
  toString(): string {
    if (this.#row.length > 0) this.#endRow()
    this.#flow.exact(this.#cell)
    this.#cell = ''
    return this.#flow.toString()
  }
}
