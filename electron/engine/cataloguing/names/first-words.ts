/**
 * Which tables of names know a name that begins with a word, as bits. Most words of a text begin none: this is asked once for each,
 * and spares the tables.
 */
const tablesByWord = new Map<string, number>()
let tableCount = 0

/** The bit of a new table. */
export const nextTableBit = (): number => 1 << tableCount++

/** Notes that a table has a name that begins with a word. */
export function noteFirstWord(word: string, tableBit: number): void {
  tablesByWord.set(word, (tablesByWord.get(word) ?? 0) | tableBit)
}

/** The bits of all tables with names that begin with a word. */
export const tablesOf = (word: string): number => tablesByWord.get(word) ?? 0
