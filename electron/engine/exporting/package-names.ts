const reservedOnWindows = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
const longestName = 120

/**
 * A file name that every file system takes: without separators, control characters, marks of writing direction and characters
 * that Windows refuses, composed (NFC), without dots or blanks at its ends, and at most 120 UTF-8 bytes, its extension kept.
 */
export function safeFileName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/[<>:"/\\|?*%]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const dot = cleaned.lastIndexOf('.')
  const extension = dot > 0 && cleaned.length - dot <= 10 ? cleaned.slice(dot) : ''
  const stem = shorten(extension === '' ? cleaned : cleaned.slice(0, dot), longestName - Buffer.byteLength(extension))
  const safe = `${stem}${extension}`
  return safe === '' ? 'file' : reservedOnWindows.test(safe) ? `_${safe}` : safe
}

function shorten(text: string, bytes: number): string {
  let shortened = ''
  let length = 0
  for (const character of text) {
    length += Buffer.byteLength(character)
    if (length > bytes) break
    shortened += character
  }
  return shortened.trimEnd()
}

/** The number that begins the names of one document's files, so that no two differ only in case or spelling. */
export function itemNumber(index: number, total: number): string {
  return String(index + 1).padStart(Math.max(4, String(total).length), '0')
}
