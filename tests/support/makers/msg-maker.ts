import { makeOle } from './ole-maker.ts'

interface MsgContents {
  readonly subject?: string
  readonly from?: string
  readonly to?: string
  readonly sentAt?: Date
  readonly body?: string
  /** A page in UTF-8. */
  readonly html?: string
  /** RTF as Outlook keeps it, without being packed. */
  readonly rtf?: string
  readonly attachments?: readonly { readonly name: string; readonly bytes: Uint8Array; readonly contentId?: string }[]
}

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le')

/** The list of properties of a fixed size: the time it was sent, and nothing else. */
function propertyList(sentAt: Date | undefined): Buffer {
  const list = Buffer.alloc(sentAt === undefined ? 32 : 48)
  if (sentAt === undefined) return list
  list.writeUInt16LE(0x0040, 32)
  list.writeUInt16LE(0x0039, 34)
  list.writeBigUInt64LE(BigInt(sentAt.getTime()) * 10_000n + 116_444_736_000_000_000n, 40)
  return list
}

function storedRtf(rtf: string): Buffer {
  const text = Buffer.from(rtf, 'latin1')
  const head = Buffer.alloc(16)
  head.writeUInt32LE(text.length + 12, 0)
  head.writeUInt32LE(text.length, 4)
  head.write('MELA', 8, 'latin1')
  return Buffer.concat([head, text])
}

/** A message as Outlook saves it, with texts in UTF-16. */
export function makeMsg({ subject, from, to, sentAt, body, html, rtf, attachments = [] }: MsgContents): Buffer {
  const texts = { '0037': subject, '0C1A': from, '0E04': to, '1000': body }
  const streams: Record<string, Uint8Array> = { '__properties_version1.0': propertyList(sentAt) }
  for (const [id, text] of Object.entries(texts)) {
    if (text !== undefined) streams[`__substg1.0_${id}001F`] = wide(text)
  }
  if (html !== undefined) streams['__substg1.0_10130102'] = Buffer.from(html)
  if (rtf !== undefined) streams['__substg1.0_10090102'] = storedRtf(rtf)
  attachments.forEach(({ name, bytes, contentId }, at) => {
    const folder = `__attach_version1.0_#${String(at).padStart(8, '0')}/`
    streams[`${folder}__substg1.0_3707001F`] = wide(name)
    streams[`${folder}__substg1.0_37010102`] = bytes
    if (contentId !== undefined) streams[`${folder}__substg1.0_3712001F`] = wide(contentId)
  })
  return makeOle(streams)
}
