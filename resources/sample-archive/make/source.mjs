/** The notation of `source/*.txt`: four header lines, an empty line, then one block a line, told apart by its first mark. */

const headerFields = ['title', 'language', 'date', 'to']

/**
 * Reads one source text. Returns its header (`title`, `language`, `date` as YYYY-MM-DD, `to`) and its `blocks`.
 * Throws where a header field is missing, naming the file.
 */
export function readSource(text, fileName) {
  const end = text.indexOf('\n\n')
  const header = Object.fromEntries(text.slice(0, end).split('\n').map(readHeaderLine))
  for (const field of headerFields) {
    if (!header[field]) throw new Error(`${fileName} has no "${field}" in its header.`)
  }
  return { ...header, blocks: readBlocks(text.slice(end)) }
}

function readHeaderLine(line) {
  const colon = line.indexOf(':')
  return [line.slice(0, colon), line.slice(colon + 1).trim()]
}

function readBlocks(text) {
  const blocks = []
  let together = false
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    if (line === '@keep') together = true
    else if (line.startsWith('| ')) addRow(blocks, cells(line))
    else blocks.push({ ...readLine(line), together })
  }
  return blocks
}

const marks = [
  ['! ', 'notice'],
  ['# ', 'title'],
  ['## ', 'heading'],
  ['^ ', 'subtitle'],
  ['- ', 'item'],
]

function readLine(line) {
  if (line.startsWith('@sign ')) return { type: 'signatures', signatories: signatories(line.slice('@sign '.length)) }
  const found = marks.find(([mark]) => line.startsWith(mark))
  if (found) return { type: found[1], text: line.slice(found[0].length) }
  // A lettered point, "(a) …" or "a) …" in any script, stands further in than the paragraph it belongs to.
  return { type: /^\(?\p{L}\p{M}?\u0640?\) /u.test(line) ? 'point' : 'paragraph', text: line }
}

function signatories(text) {
  return text.split(' || ').map((each) => {
    const [party, office] = each.split(' | ')
    return { party, office }
  })
}

function cells(line) {
  return line
    .replace(/^\| | \|$/g, '')
    .split(' | ')
    .map((cell) => cell.trim())
}

/** Rows that follow each other make one table; its first row is the header. */
function addRow(blocks, row) {
  const last = blocks.at(-1)
  if (last?.type === 'table') last.rows.push(row)
  else blocks.push({ type: 'table', rows: [row], together: false })
}
