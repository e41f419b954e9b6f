import { decodeText } from '../character-encoding.ts'
import { type ExtractedText, Refusal } from '../extracted.ts'
import { declaredCharset, textOfHtml } from '../html-text.ts'
import { messageDay, metadataOf } from '../metadata.ts'
import { emptyFile } from '../refusals.ts'
import { extractRtf } from '../rtf-text.ts'
import { pagesOf } from '../text-cleanup.ts'
import { type OleFile, openOle } from './ole-file.ts'
import { foldersOf, type OutlookProperties, propertiesIn } from './outlook-properties.ts'
import { unpackRtf } from './packed-rtf.ts'

/** A file attached to an Outlook message. */
export interface MessageAttachment {
  readonly name: string
  readonly bytes: Uint8Array
}

interface Message {
  readonly ole: OleFile
  readonly codePage: number | undefined
  readonly own: OutlookProperties
}

/** Of the two code pages a message names, that of its texts counts before that of the Internet. */
function open(bytes: Uint8Array): Message {
  const ole = openOle(bytes)
  const plain = propertiesIn(ole, '')
  const codePage = plain.number('3FFD') ?? plain.number('3FDE')
  return { ole, codePage, own: propertiesIn(ole, '', codePage) }
}

function firstText(properties: OutlookProperties, ids: readonly string[]): string {
  return ids.map((id) => properties.text(id).trim()).find((text) => text !== '') ?? ''
}

/** An address of the house that sent it (`/o=…/cn=…`) says nothing to a reader. */
function person(name: string, address: string): string {
  if (!address.includes('@') || address === name) return name
  return name === '' ? address : `${name} <${address}>`
}

const senderName = ({ own }: Message): string => firstText(own, ['0042', '0C1A'])
const senderOf = (message: Message): string =>
  person(senderName(message), firstText(message.own, ['5D02', '5D01', '0065', '0C1F']))

/** Those to whom it is addressed; without those who got a copy. */
function recipientsOf({ ole, codePage, own }: Message): string {
  const people = foldersOf(ole, '__recip_version1.0_').map((folder) => propertiesIn(ole, folder, codePage))
  const addressed = people
    .filter((each) => (each.number('0C15') ?? 1) === 1)
    .map((each) => person(each.text('3001').trim(), firstText(each, ['39FE', '3003'])))
    .filter((each) => each !== '')
  return addressed.length > 0 ? addressed.join(', ') : own.text('0E04')
}

/** The date as the sender's own calendar had it, where the message still has its header; else that of the clock of the world. */
function dateOf({ own }: Message): string {
  const header = /^date:[ \t]*(.+)$/im.exec(own.text('007D'))?.[1]?.trim()
  if (header !== undefined) return header
  const time = own.time('0039') ?? own.time('0E06')
  return time === undefined ? '' : new Date(time).toUTCString().replace(/GMT$/, '+0000')
}

function rtfBody(packed: Uint8Array | undefined): string {
  if (packed === undefined) return ''
  try {
    return extractRtf(unpackRtf(packed))
      .pages.map((page) => page.text)
      .join('\n\n')
  } catch (error) {
    // A message without a body has its header to be read.
    if (error instanceof Refusal && error.reason === 'empty') return ''
    throw error
  }
}

function bodyOf({ own }: Message): string {
  const plain = own.text('1000').trim()
  if (plain !== '') return plain
  const page = own.bytes('1013')
  const html =
    page === undefined
      ? own.text('1013')
      : decodeText(page, declaredCharset(page) ?? `windows-${own.number('3FDE') ?? 1252}`).text
  return (html === '' ? '' : textOfHtml(html).trim()) || rtfBody(own.bytes('1009')).trim()
}

interface Attachment {
  readonly name: string
  readonly isDecoration: boolean
  readonly bytes: Uint8Array | undefined
}

function* attachmentsOf({ ole, codePage }: Message): Generator<Attachment> {
  for (const folder of foldersOf(ole, '__attach_version1.0_')) {
    const properties = propertiesIn(ole, folder, codePage)
    const name = firstText(properties, ['3707', '3704', '3001'])
    const isPicture = properties.text('370E').startsWith('image/') || /\.(png|jpe?g|gif|bmp)$/i.test(name)
    // A picture that the text shows in its place is part of the text, not a file that somebody sent.
    const isDecoration = isPicture && properties.text('3712') !== ''
    yield { name, isDecoration, bytes: properties.bytes('3701') }
  }
}

/** The files attached to an Outlook message, in order; messages inside it are left out. Throws a Refusal when it is damaged. */
export function msgAttachments(bytes: Uint8Array): MessageAttachment[] {
  return [...attachmentsOf(open(bytes))].flatMap(({ name, isDecoration, bytes: content }, place) =>
    isDecoration || content === undefined || content.length === 0
      ? []
      : [{ name: name === '' ? `attachment ${place + 1}` : name, bytes: content }],
  )
}

/** Reads an Outlook message: its main header lines, its body, and the names of what is attached. Throws a Refusal when it is damaged or empty. */
export function extractMsg(bytes: Uint8Array): ExtractedText {
  const message = open(bytes)
  const subject = message.own.text('0037').trim()
  const date = dateOf(message)
  const header = Object.entries({ Subject: subject, From: senderOf(message), To: recipientsOf(message), Date: date })
    .filter(([, value]) => value.trim() !== '')
    .map(([name, value]) => `${name}: ${value}`)
  const attachments = [...attachmentsOf(message)]
  const names = attachments.map(({ name }) => name).filter((name) => name !== '')
  const attached = names.length === 0 ? '' : `Attachments: ${names.join(', ')}`
  const text = [header.join('\n'), bodyOf(message), attached].filter((part) => part !== '').join('\n\n')
  if (text === '') throw emptyFile()
  const metadata = metadataOf({
    title: subject,
    titleField: 'msg:subject',
    author: senderName(message),
    issued: messageDay(date),
    issuedField: 'msg:date',
  })
  const hasMembers = attachments.some(({ isDecoration, bytes: content }) => !isDecoration && content !== undefined)
  return { mediaType: 'application/vnd.ms-outlook', extension: 'msg', pages: pagesOf(text), metadata, hasMembers }
}
