import type { ReadContext, WriteContext } from './context.ts'
import { type ReadCallName, type WriteCallName, readHandlers, writeHandlers } from './handlers.ts'

type AnyHandler<C> = (context: C, input: unknown, options: { readonly signal: AbortSignal }) => unknown

/** Carries out a checked call that reads. */
export async function answerRead(
  context: ReadContext,
  name: ReadCallName,
  input: unknown,
  signal: AbortSignal,
): Promise<unknown> {
  return (readHandlers[name] as AnyHandler<ReadContext>)(context, input, { signal })
}

/** Carries out a checked call that writes. */
export async function answerWrite(
  context: WriteContext,
  name: WriteCallName,
  input: unknown,
  signal: AbortSignal,
): Promise<unknown> {
  return (writeHandlers[name] as AnyHandler<WriteContext>)(context, input, { signal })
}
