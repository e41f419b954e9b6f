import imported, { type FieldsData } from '@kenjiuno/msgreader'
import type { ExtractedText } from '../extracted.ts'
import { textOfHtml } from '../html-text.ts'
import { messageDay, metadataOf } from '../metadata.ts'
import { damaged, emptyFile } from '../refusals.ts'
import { pagesOf } from '../text-cleanup.ts'

/** The package is CommonJS: depending on who loads it, its class is the import itself or stands in it. */
const MsgReader = (imported as unknown as { readonly default?: typeof imported }).default ?? imported

/** A file attached to an Outlook message. */
export interface MessageAttachment {
  readonly name: string
  readonly bytes: Uint8Array
}

function open(bytes: Uint8Array): { readonly reader: InstanceType<typeof imported>; readonly fields: FieldsData } {
  const copy = new Uint8Array(bytes).buffer
  try {
    const reader = new MsgReader(copy)
    const fields = reader.getFileData()
    if (fields.error !== undefined) throw new Error(fields.error)
    return { reader, fields }
  } catch (error) {
    throw damaged('Outlook message', error)
  }
}

/** An address of the house that sent it (`/o=…/cn=…`) says nothing to a reader. */
function person(name: string | undefined, address: string | undefined): string {
  const mail = address?.includes('@') === true && address !== name ? ` <${address}>` : ''
  return `${name ?? ''}${mail}`.trim()
}

function headOf(fields: FieldsData): string {
  const lines: readonly (readonly [string, string])[] = [
    ['Subject', fields.subject ?? ''],
    ['From', person(fields.senderName, fields.senderEmail)],
    ['To', (fields.recipients ?? []).map((each) => person(each.name, each.email)).join(', ')],
    ['Date', fields.clientSubmitTime ?? fields.messageDeliveryTime ?? ''],
  ]
  return lines
    .filter(([, value]) => value.trim() !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}

function bodyOf({ body, bodyHtml, html }: FieldsData): string {
  if (body !== undefined && body.trim() !== '') return body
  const page = bodyHtml ?? (html === undefined ? '' : Buffer.from(html).toString('utf8'))
  return page === '' ? '' : textOfHtml(page)
}

const hasContent = (attachment: FieldsData): boolean =>
  attachment.innerMsgContent !== true && attachment.attachmentHidden !== true

/** The files attached to an Outlook message; messages inside it are left out. Throws a Refusal when it is damaged. */
export function msgAttachments(bytes: Uint8Array): MessageAttachment[] {
  const { reader, fields } = open(bytes)
  return (fields.attachments ?? []).filter(hasContent).flatMap((attachment) => {
    const { fileName, content } = reader.getAttachment(attachment)
    return content.length === 0 ? [] : [{ name: fileName, bytes: content }]
  })
}

/** Reads an Outlook message: its main header lines, its body, and the names of what is attached. */
export function extractMsg(bytes: Uint8Array): ExtractedText {
  const { fields } = open(bytes)
  const attachments = fields.attachments ?? []
  const names = attachments.map(({ fileName, name }) => fileName ?? name ?? '').filter((name) => name !== '')
  const attached = names.length === 0 ? '' : `Attachments: ${names.join(', ')}`
  const text = [headOf(fields), bodyOf(fields).trim(), attached].filter((part) => part !== '').join('\n\n')
  if (text === '') throw emptyFile()
  const metadata = metadataOf({
    title: fields.subject,
    titleField: 'msg:subject',
    author: fields.senderName,
    issued: messageDay(fields.clientSubmitTime ?? fields.messageDeliveryTime),
    issuedField: 'msg:date',
  })
  return {
    ...{ mediaType: 'application/vnd.ms-outlook', extension: 'msg', pages: pagesOf(text), metadata },
    hasMembers: attachments.some(hasContent),
  }
}
