/** Gathers the text of a structured document: words into lines, lines into paragraphs, so that no two blocks ever touch. */
export class TextFlow {
  readonly #lines: string[] = []
  #line = ''
  #marker = ''
  #needsBlank = false

  /** Adds running text; any run of white space counts as one space. */
  words(text: string): void {
    const collapsed = text.replace(/[ \t\n\r\f]+/g, ' ')
    const isAtStart = this.#line === '' || /[ \t\n]$/.test(this.#line)
    this.exact(isAtStart && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed)
  }

  /** Adds text whose spaces and tabs mean what they are; newlines in it end lines. */
  exact(text: string): void {
    const [first = '', ...others] = text.split('\n')
    this.#add(first)
    for (const line of others) {
      this.lineBreak()
      this.#add(line)
    }
  }

  #add(text: string): void {
    if (text === '') return
    if (this.#marker !== '' && text.trim() !== '') {
      this.#line += this.#marker
      this.#marker = ''
    }
    this.#line += text
  }

  /** Sets what the next line begins with: the bullet or number of a list item. */
  mark(marker: string): void {
    this.newLine()
    this.#marker = marker
  }

  /** Ends the line where the text itself does; a second break in a row leaves a blank line. */
  lineBreak(): void {
    if (this.#line.trim() === '') this.newParagraph()
    else this.newLine()
  }

  /** Ends the line, if one has begun. */
  newLine(): void {
    if (this.#line.trim() === '') {
      this.#line = ''
      return
    }
    if (this.#needsBlank && this.#lines.length > 0) this.#lines.push('')
    this.#needsBlank = false
    this.#lines.push(this.#line)
    this.#line = ''
  }

  /** Ends the line and has a blank one before whatever comes next. */
  newParagraph(): void {
    this.newLine()
    this.#needsBlank = true
  }

  /** Adds one row of a table; the paragraphs inside a cell become one line. */
  row(cells: readonly string[]): void {
    this.newLine()
    this.exact(cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).join('\t'))
    this.newLine()
  }

  toString(): string {
    this.newLine()
    return this.#lines.join('\n')
  }
}

// A cell longer than this, or of several paragraphs and half as long, holds running text: the table is there for the layout.
const longestCell = 1_500

/** Adds the rows of a table to `flow`: data as lines with tabs, and a table that only lays out a page as its paragraphs. */
export function addRow(flow: TextFlow, cells: readonly string[]): void {
  const filled = cells.filter((cell) => cell.trim() !== '')
  const isLayout = filled.some(
    (cell) => cell.length > longestCell || (cell.length > longestCell / 2 && cell.includes('\n\n')),
  )
  if (filled.length > 1 && !isLayout) {
    flow.row(cells)
    return
  }
  for (const cell of filled) {
    flow.newParagraph()
    flow.exact(cell)
    flow.newParagraph()
  }
}
