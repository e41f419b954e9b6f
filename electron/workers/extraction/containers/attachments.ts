import PostalMime, { type Attachment } from 'postal-mime'
import type { Member } from '../extracted.ts'
import { msgAttachments } from '../legacy/msg-text.ts'
import { distinctNames, labelOf, MemberBudget, type MemberLimits } from './member-budget.ts'

// A message inside a message inside a message is read; a chain without end is a trap.
const deepestNesting = 20
/** A picture that the text shows in its place is part of the text, not a file that somebody sent. */
const isDecoration = ({ mimeType, disposition, contentId }: Attachment): boolean =>
  mimeType.startsWith('image/') && (disposition === 'inline' || contentId !== undefined)

/** The attachments that are files of their own. */
export function attachedFiles(attachments: readonly Attachment[]): readonly Attachment[] {
  return attachments.filter((attachment) => !isDecoration(attachment))
}

const endings: Readonly<Record<string, string>> = {
  'message/rfc822': '.eml',
  'text/plain': '.txt',
  'text/html': '.html',
  'application/pdf': '.pdf',
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content, 'utf8') : new Uint8Array(content)
}

/** The files attached to an e-mail message, in order. */
export async function* membersOfMessage(bytes: Uint8Array, limits: MemberLimits): AsyncGenerator<Member> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: deepestNesting, forceRfc822Attachments: true })
  const budget = new MemberBudget(limits)
  const distinct = distinctNames()
  for (const [place, attachment] of attachedFiles(mail.attachments).entries()) {
    const written = attachment.filename ?? `attachment ${place + 1}${endings[attachment.mimeType] ?? ''}`
    const name = distinct(labelOf(written))
    const content = bytesOf(attachment)
    const refusal = budget.refuse(name, content.length)
    if (refusal !== undefined) yield refusal.member
    if (refusal?.last === true) return
    if (refusal !== undefined) continue
    budget.spend(content.length)
    yield { kind: 'file', name, bytes: content }
  }
}

/** The files attached to an Outlook message, in order. Throws a Refusal when it is damaged. */
export function* membersOfOutlook(bytes: Uint8Array, limits: MemberLimits): Generator<Member> {
  const budget = new MemberBudget(limits)
  const distinct = distinctNames()
  for (const attachment of msgAttachments(bytes)) {
    const name = distinct(labelOf(attachment.name))
    const refusal = budget.refuse(name, attachment.bytes.length)
    if (refusal !== undefined) yield refusal.member
    if (refusal?.last === true) return
    if (refusal !== undefined) continue
    budget.spend(attachment.bytes.length)
    yield { kind: 'file', name, bytes: attachment.bytes }
  }
}
