import type { z } from 'zod'
import { type CallName, calls, isCallName } from '../contract/calls.ts'
import { ArchiveError } from '../contract/errors.ts'

export type Audience = 'page' | 'host'

function explain(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`)
    .join('; ')
}

/**
 * Checks a call at the border, once: its name, whether this audience may make it, and its input. Throws `unknown-call`,
 * `not-allowed` or `invalid-input`. Behind it types are trusted.
 */
export function checkCall(
  name: string,
  input: unknown,
  audience: Audience,
): { readonly name: CallName; readonly input: unknown } {
  if (!isCallName(name)) throw new ArchiveError('unknown-call', `There is no call ${name.slice(0, 60)}.`)
  const call = calls[name]
  if (call.audience === 'host' && audience !== 'host')
    throw new ArchiveError('not-allowed', `${name} is not for the page.`, { name })
  const checked = call.input.safeParse(input)
  if (!checked.success) throw new ArchiveError('invalid-input', `${name}: ${explain(checked.error)}`, { name })
  return { name, input: checked.data }
}
