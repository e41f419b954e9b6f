import PostalMime, { type Address, type Email } from 'postal-mime'
import { attachedFiles } from './containers/attachments.ts'
import { decodeText } from './character-encoding.ts'
import type { ExtractedText } from './extracted.ts'
import { textOfHtml } from './html-text.ts'
import { messageDay, metadataOf } from './metadata.ts'
import { emptyFile } from './refusals.ts'
import { pagesOf } from './text-cleanup.ts'

// A message inside a message inside a message is read; a chain without end is a trap.
const deepestNesting = 20

function written(address: Address): string {
  const { name } = address
  if (address.address === undefined) return name
  return name === '' || name === address.address ? address.address : `${name} <${address.address}>`
}

function headerValue(mail: Email, key: string): string {
  return mail.headers.find((header) => header.key === key)?.value.trim() ?? ''
}

function headerLines(mail: Email): string[] {
  const lines: readonly (readonly [string, string])[] = [
    ['Subject', mail.subject ?? ''],
    ['From', mail.from === undefined ? '' : written(mail.from)],
    ['To', (mail.to ?? []).map(written).join(', ')],
    ['Date', headerValue(mail, 'date')],
  ]
  return lines.filter(([, value]) => value.trim() !== '').map(([name, value]) => `${name}: ${value}`)
}

function bodyOf(mail: Email): string {
  const text = mail.text?.trim() ?? ''
  return text === '' ? textOfHtml(mail.html ?? '') : text
}

function attachmentLine(mail: Email): string {
  const names = mail.attachments.map(({ filename, mimeType }) => filename ?? mimeType).filter((name) => name !== '')
  return names.length === 0 ? '' : `Attachments: ${names.join(', ')}`
}

/** Steps over the line that parts the messages of a mailbox, and over a byte order mark. */
function fromHeader(bytes: Uint8Array): Uint8Array {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0
  const isEnvelope = Buffer.from(bytes.subarray(start, start + 5)).toString('latin1') === 'From '
  return bytes.subarray(isEnvelope ? bytes.indexOf(0x0a) + 1 : start)
}

/** postal-mime takes bytes without a declared charset for UTF-8; a message with bare legacy bytes is turned into UTF-8 first. */
function withKnownCharset(bytes: Uint8Array): { bytes: Uint8Array; encoding?: string } {
  const head = Buffer.from(bytes.subarray(0, 65_536)).toString('latin1')
  if (/charset\s*=|^mime-version:/im.test(head)) return { bytes }
  const { text, encoding } = decodeText(bytes)
  return { bytes: new TextEncoder().encode(text), encoding }
}

/** Reads an e-mail message: its main header lines, its body, and the names of what is attached. */
export async function extractEml(input: Uint8Array): Promise<ExtractedText> {
  const { bytes, encoding } = withKnownCharset(fromHeader(input))
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: deepestNesting })
  const header = headerLines(mail)
  const body = bodyOf(mail)
  const text = [header.join('\n'), body, attachmentLine(mail)].filter((part) => part.trim() !== '').join('\n\n')
  if (text === '') throw emptyFile()
  const metadata = metadataOf({
    title: mail.subject,
    titleField: 'eml:subject',
    author: mail.from === undefined ? undefined : mail.from.name === '' ? mail.from.address : mail.from.name,
    issued: messageDay(headerValue(mail, 'date')),
    issuedField: 'eml:date',
    language: headerValue(mail, 'content-language'),
  })
  return {
    mediaType: 'message/rfc822',
    extension: 'eml',
    ...(encoding && { encoding }),
    pages: pagesOf(text),
    metadata,
    hasMembers: attachedFiles(mail.attachments).length > 0,
  }
}
