const columns = ['level', 'conf', 'text'] as const
const wordLevel = '5'

/**
 * The mean of what tesseract says of how sure it is of each word, from 0 to 1, out of its table of words (`tsv`); 0 where it found
 * none. Throws when this is not such a table.
 */
export function confidenceOf(table: string): number {
  const [head = '', ...rows] = table.split('\n')
  const names = head.trimEnd().split('\t')
  const [level, confidence, text] = columns.map((name) => names.indexOf(name))
  if (level === undefined || confidence === undefined || text === undefined || Math.min(level, confidence, text) < 0)
    throw new Error('tesseract wrote something else than a table of words.')
  const sure: number[] = []
  for (const row of rows) {
    const cells = row.split('\t')
    if (cells[level] !== wordLevel || (cells[text] ?? '').trim() === '') continue
    const value = Number(cells[confidence])
    if (!(value >= 0 && value <= 100)) throw new Error('tesseract wrote something else than a table of words.')
    sure.push(value)
  }
  if (sure.length === 0) return 0
  return sure.reduce((sum, value) => sum + value, 0) / sure.length / 100
}
