import type { Member } from '../extracted.ts'

/** What may come out of one container. */
export interface MemberLimits {
  readonly members: number
  readonly bytes: number
}

/** Most bytes that one member may have: no more than is read of a file. */
export const largestMember = 256 * 1024 * 1024

/** Counts what comes out of a container, and says when it is enough. */
export class MemberBudget {
  #members: number
  #bytes: number

  constructor(limits: MemberLimits) {
    this.#members = limits.members
    this.#bytes = limits.bytes
  }

  /** Why the next member, of so many bytes, stays inside; undefined when it may come out. `last`: nothing after it may either. */
  refuse(name: string, bytes: number): { readonly member: Member; readonly last: boolean } | undefined {
    const refused = (reason: 'too-many' | 'too-large', detail: string, last: boolean) => ({
      member: { kind: 'refused', name, reason, detail } as const,
      last,
    })
    if (this.#members <= 0)
      return refused('too-many', 'The container holds more files than are taken out of one.', true)
    if (bytes > largestMember) return refused('too-large', 'The file is larger than 256 MB.', false)
    if (bytes > this.#bytes) return refused('too-large', 'The container holds more than is taken out of one.', true)
    return undefined
  }

  spend(bytes: number): void {
    this.#members--
    this.#bytes -= bytes
  }
}

/** A name from a container as a label: no control characters, no marks that turn the writing direction, of bounded length. */
export function labelOf(name: string): string {
  const plain = name.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '').slice(0, 1000)
  return plain.trim() === '' ? 'unnamed' : plain
}

/** Makes the second file of a name another one: `a.txt` becomes `a (2).txt`. */
export function distinctNames(): (name: string) => string {
  const seen = new Map<string, number>()
  return (name) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : name.replace(/(\.[^./\\]*)?$/, (ending) => ` (${count})${ending}`)
  }
}
