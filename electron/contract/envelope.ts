import type { EngineEvent } from './events.ts'
import type { WireError } from './errors.ts'

/** One question over a message port or HTTP. `audience` is set by the host from what it knows of the caller, never by the page. */
export interface CallRequest {
  readonly type: 'call'
  readonly id: number
  readonly name: string
  readonly input: unknown
  readonly audience: 'page' | 'host'
}

/** Asks that the call with this id be given up; its reply still comes, usually with the code `cancelled`. */
export interface CancelRequest {
  readonly type: 'cancel'
  readonly id: number
}

export type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: WireError }

export interface CallReply {
  readonly type: 'reply'
  readonly id: number
  readonly reply: Reply
}

export interface EventNotice {
  readonly type: 'event'
  readonly event: EngineEvent
}

export type ToEngine = CallRequest | CancelRequest
export type FromEngine = CallReply | EventNotice
