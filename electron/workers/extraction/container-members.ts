import { membersOfMessage, membersOfOutlook } from './containers/attachments.ts'
import { membersOfMailbox } from './containers/mbox-container.ts'
import type { MemberLimits } from './containers/member-budget.ts'
import { membersOfZip } from './containers/zip-container.ts'
import type { FileInput, Member } from './extracted.ts'
import { detectKind } from './file-kind.ts'

/**
 * Unpacks one level of a container: the files in a zip archive, the messages of a mailbox, the attachments of a message, in their
 * order there. A member that breaks a bound, is locked or damaged comes as a refusal in its place, and the others come; once the
 * limits are used up one last refusal ends it. Gives nothing for a file that is no container. Throws a Refusal for a damaged one.
 */
export async function* membersOf(input: FileInput, limits: MemberLimits): AsyncGenerator<Member> {
  const { kind } = await detectKind(input)
  if (kind === 'zip') yield* membersOfZip(input.bytes, limits)
  else if (kind === 'mbox') yield* membersOfMailbox(input.bytes, limits)
  else if (kind === 'msg') yield* membersOfOutlook(input.bytes, limits)
  else if (kind === 'eml') yield* membersOfMessage(input.bytes, limits)
}
