// Placeholder until the real one is written: gives no members.
import type { FileInput, Member } from './extracted.ts'

export async function* membersOf(
  _input: FileInput,
  _limits: { readonly members: number; readonly bytes: number },
): AsyncGenerator<Member> {}
