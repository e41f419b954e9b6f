import type { ReadContext, WriteContext } from './context.ts'
import { type ReadCallName, type WriteCallName, readHandlers, writeHandlers } from './handlers.ts'

type AnyHandler<C> = (context: C, input: unknown, options: { readonly signal: AbortSignal }) => unknown

/** Runs a handler, which may answer or throw at once or later, as a promise in every case. */
function settle(work: () => unknown): Promise<unknown> {
  return new Promise((resolve) => resolve(work()))
}

/** Carries out a checked call that reads. */
export function answerRead(
  context: ReadContext,
  name: ReadCallName,
  input: unknown,
  signal: AbortSignal,
): Promise<unknown> {
  return settle(() => (readHandlers[name] as AnyHandler<ReadContext>)(context, input, { signal }))
}

/** Carries out a checked call that writes. */
export function answerWrite(
  context: WriteContext,
  name: WriteCallName,
  input: unknown,
  signal: AbortSignal,
): Promise<unknown> {
  return settle(() => (writeHandlers[name] as AnyHandler<WriteContext>)(context, input, { signal }))
}
