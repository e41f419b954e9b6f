import { isMailbox } from './containers/mbox-container.ts'
import { unsupported } from './refusals.ts'

type TextKind = 'plain' | 'markdown' | 'html' | 'eml' | 'mbox'

const wholePage = /^<(?:!doctype\s+html|(?:html|head|body)(?=[\s>]))/i
const pageStart =
  /^<(?:!doctype\s+html|(?:html|head|body|title|meta|link|base|style|script|div|p|table|h[1-6]|article|section|main|header|nav|ul|ol|span|center|font|br|hr|img|a|b|strong|em|blockquote)(?=[\s>/]))/i

/** What stands before the first element of a page: declarations, comments, white space. */
function withoutProlog(text: string): string {
  let rest = text.replace(/^\uFEFF/, '').trimStart()
  for (;;) {
    const match = /^(?:<\?[\s\S]{0,500}?\?>|<!--[\s\S]{0,8000}?-->)\s*/.exec(rest)
    if (match === null) return rest
    rest = rest.slice(match[0].length)
  }
}

const technicalHeader =
  /^(message-id|mime-version|received|return-path|delivered-to|content-type|content-transfer-encoding|dkim-signature|x-[\w-]+)$/
const mailHeader = /^(from|to|cc|date|subject|reply-to|sender)$/

const envelopeLine = /^From \S+[^\r\n]*\b\d{4}[ \t]*\r?\n(?=[!-9;-~]+:)/gm

/** A mail taken out of a mailbox may still begin with the line that parted it from the one before. */
function withoutEnvelope(text: string): string {
  return text.replace(/^From \S+[^\r\n]*\r?\n/, '')
}

/** The names of the header fields at the head of a text, in lower case; none when it does not begin with a whole header. */
function headerNames(text: string): string[] {
  const names: string[] = []
  for (const line of text.slice(0, 32_768).split(/\r\n?|\n/)) {
    if (line.trim() === '') return names
    if (/^[ \t]/.test(line) && names.length > 0) continue
    const match = /^([!-9;-~]+):(\s|$)/.exec(line)
    if (match === null) return []
    names.push((match[1] ?? '').toLowerCase())
  }
  return names
}

function isMail(text: string, extension: string): boolean {
  const names = headerNames(text)
  const common = names.filter((name) => mailHeader.test(name)).length
  if (common === 0) return false
  const technical = names.filter((name) => technicalHeader.test(name)).length
  // A memorandum, too, begins with From, To, Date and Subject.
  return technical > 0 ? common + technical >= 2 : extension === 'eml'
}

/** Tells the kinds of text file apart. Throws a Refusal for those that are not read. */
export function textKind(text: string, fileName: string): TextKind {
  const extension = /\.([^.]+)$/.exec(fileName.toLowerCase())?.[1] ?? ''
  if (isMailbox(text) && (extension === 'mbox' || (text.match(envelopeLine)?.length ?? 0) > 1)) return 'mbox'
  if (isMail(withoutEnvelope(text), extension)) return 'eml'
  const body = withoutProlog(text)
  const isMarkdown = extension === 'md' || extension === 'markdown'
  // Markdown may hold elements, and begin with one; a whole page it is not.
  if (wholePage.test(body) || (pageStart.test(body) && !isMarkdown)) return 'html'
  if (/^<svg[\s>]/i.test(body)) throw unsupported('a picture (SVG)')
  if (/^\s*<\?xml\b/.test(text) || /^<!doctype\s/i.test(body)) {
    if (/<html[\s>]/i.test(body.slice(0, 4096))) return 'html'
    throw unsupported('an XML file')
  }
  return isMarkdown ? 'markdown' : 'plain'
}
