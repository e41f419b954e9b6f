import type { ExtractedText, Member } from '../extracted.ts'
import { emptyFile } from '../refusals.ts'
import { distinctNames, labelOf, MemberBudget, type MemberLimits } from './member-budget.ts'

const mostMessagesListed = 5_000

const asLatin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

/**
 * Whether a text begins like a mailbox: the line that parts messages (`From sender date`, RFC 4155), and a header field in the line
 * after it.
 */
export function isMailbox(head: string): boolean {
  return /^(?:\uFEFF)?From \S+[^\r\n]*\b\d{4}[^\r\n]{0,20}\r?\n>?[!-9;-~]+:/.test(head)
}

/** Where the messages of a mailbox begin and end: at a `From ` line that a header field follows. */
function* messagesOf(latin1: string): Generator<{ readonly start: number; readonly end: number }> {
  const envelope = /^From [^\r\n]*\r?\n(?=>?[!-9;-~]+:)/gm
  let start: number | undefined
  for (const match of latin1.matchAll(envelope)) {
    // Within a message the line would be quoted, or no empty line would stand before it.
    const isFirst = match.index === 0
    if (!isFirst && !/\r?\n\r?\n$/.test(latin1.slice(Math.max(0, match.index - 4), match.index))) continue
    if (start !== undefined) yield { start, end: match.index }
    start = match.index + match[0].length
  }
  if (start !== undefined) yield { start, end: latin1.length }
}

/** One quoting sign is taken off lines that a mailbox had to quote (`>From `, the mboxrd way). */
function unquoted(message: string): Uint8Array {
  return Buffer.from(message.replace(/^>(>*From )/gm, '$1').replace(/(?:\r?\n)+$/, '\n'), 'latin1')
}

function headerOf(message: string, field: string): string {
  const head = message.slice(0, Math.min(message.length, 32_768)).split(/\r?\n\r?\n/, 1)[0] ?? ''
  const value = new RegExp(`^${field}:[ \\t]*((?:[^\\r\\n]|\\r?\\n[ \\t])*)`, 'im').exec(head)?.[1] ?? ''
  return decodeWords(value.replace(/\r?\n[ \t]+/g, ' ').trim())
}

/** Words that a header encodes (RFC 2047), as far as they are in UTF-8 or Latin-1; others stay as they are. */
function decodeWords(value: string): string {
  const spaceBetween = /(=\?[^?]+\?[bq]\?[^?]*\?=)\s+(?==\?)/gi
  return value
    .replace(spaceBetween, '$1')
    .replace(/=\?([^?]+)\?([bq])\?([^?]*)\?=/gi, (whole, charset: string, way: string, text: string) => {
      const bytes =
        way.toLowerCase() === 'b'
          ? Buffer.from(text, 'base64')
          : Buffer.from(
              text
                .replaceAll('_', ' ')
                .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
              'latin1',
            )
      try {
        return new TextDecoder(charset).decode(bytes)
      } catch {
        return whole
      }
    })
}

function nameOf(message: string, place: number): string {
  const subject = headerOf(message, 'subject')
    .replace(/[/\\:*?"<>|]/g, ' ')
    .trim()
    .slice(0, 80)
  return labelOf(`${String(place).padStart(4, '0')} ${subject}`.trim()) + '.eml'
}

/** The messages of a mailbox as files of their own, in order. */
export function* membersOfMailbox(bytes: Uint8Array, limits: MemberLimits): Generator<Member> {
  const latin1 = asLatin1(bytes)
  const budget = new MemberBudget(limits)
  const distinct = distinctNames()
  let place = 0
  for (const { start, end } of messagesOf(latin1)) {
    const message = latin1.slice(start, end)
    const name = distinct(nameOf(message, ++place))
    const refusal = budget.refuse(name, message.length)
    if (refusal !== undefined) yield refusal.member
    if (refusal?.last === true) return
    if (refusal !== undefined) continue
    const content = unquoted(message)
    const modifiedAt = Date.parse(headerOf(message, 'date'))
    budget.spend(content.length)
    yield { kind: 'file', name, bytes: content, ...(modifiedAt > 0 ? { modifiedAt } : {}) }
  }
}

/** A mailbox as a document: its name, and date, sender and subject of each message. Throws a Refusal where there is none. */
export function extractMailbox(bytes: Uint8Array, name: string): ExtractedText {
  const latin1 = asLatin1(bytes)
  const lines: string[] = []
  for (const { start, end } of messagesOf(latin1)) {
    if (lines.length >= mostMessagesListed) break
    const message = latin1.slice(start, Math.min(end, start + 65_536))
    lines.push(['date', 'from', 'subject'].map((field) => headerOf(message, field)).join(' – '))
  }
  if (lines.length === 0) throw emptyFile()
  return {
    ...{
      mediaType: 'application/mbox',
      extension: 'mbox',
      metadata: { title: labelOf(name), titleField: 'file-name' },
      hasMembers: true,
    },
    pages: [
      {
        text: lines
          .join('\n')
          .normalize('NFC')
          .toWellFormed()
          .replace(/[\u0000-\u0008\u000b-\u001f]/g, ' '),
        grade: 'text',
      },
    ],
  }
}
