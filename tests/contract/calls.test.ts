import { MessageChannel } from 'node:worker_threads'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type CallName, calls } from '../../electron/contract/calls.ts'
import type { Reply } from '../../electron/contract/envelope.ts'
import { connectPort } from '../../electron/link/connect-port.ts'
import { plainPort } from '../../electron/link/port.ts'
import { servePort } from '../../electron/link/serve-port.ts'
import { aPromise } from '../support/a-promise.ts'
import type { TestShelf } from '../support/a-shelf.ts'
import { aWebHost } from '../support/a-web-host.ts'
import { aFilledShelf, samples } from './samples.ts'

const names = Object.keys(calls) as CallName[]
const hostOnly = names.filter((name) => calls[name].audience === 'host')
const readsOfThePage = names.filter((name) => calls[name].kind === 'read' && calls[name].audience === 'page')

/** The shelf behind a message port of its own, as the desktop reaches it. */
function overPort({ shelf }: TestShelf): ReturnType<typeof connectPort> {
  const { port1, port2 } = new MessageChannel()
  servePort(plainPort(port1), (...call) => shelf.reply(...call))
  onTestFinished(() => port1.close())
  return connectPort(plainPort(port2))
}

/** Takes out what differs from one asking to the next: a check is an event of the history itself. */
function timeless(reply: Reply): unknown {
  return JSON.parse(
    JSON.stringify(reply, (key, value: unknown) => (['milliseconds', 'at', 'eventsChecked'].includes(key) ? 0 : value)),
  ) as unknown
}

/** Inputs that no call accepts. */
function badInputs(good: object): (readonly [string, unknown])[] {
  const wrongTypes = Object.keys(good).map((key) => [`a wrong type of ${key}`, { ...good, [key]: { no: 1 } }] as const)
  return [
    ['an unknown key', { ...good, unknownKey: 1 }],
    ['nothing', undefined],
    ['null', null],
    ['a text', 'text'],
    ['a list', [good]],
    ...wrongTypes,
  ]
}

describe('every call', () => {
  it('has a sample', () => {
    expect(Object.keys(samples).sort()).toEqual([...names].sort())
  })

  it('refuses what is not its input, and names no other fault', async () => {
    const { reply, things } = await aFilledShelf()
    for (const name of names)
      for (const [what, input] of badInputs(samples[name](things))) {
        const answer = await reply(name, input, 'host')
        expect([name, what, answer.ok ? 'accepted' : answer.error.code]).toEqual([name, what, 'invalid-input'])
      }
  })

  it.each(names)('%s accepts its sample and answers in the shape that the contract states', async (name) => {
    const { value, things } = await aFilledShelf()
    const answer = await value(name, samples[name](things), 'host')
    expect(calls[name].output.safeParse(answer)).toMatchObject({ success: true })
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
  })

  it.each(['', 'constructor', '__proto__', 'toString', 'documents', 'documents.get ', 'x'.repeat(1000)])(
    'is one of the table: %s is none',
    async (name) => {
      const { reply } = await aFilledShelf()
      expect(await reply(name, {})).toMatchObject({ ok: false, error: { code: 'unknown-call' } })
    },
  )

  it.each(hostOnly)('%s is not for the page, over whatever way it comes', async (name) => {
    const filled = await aFilledShelf()
    const input = samples[name](filled.things)
    const web = await aWebHost(filled.shelf)
    const answers = [
      await filled.reply(name, input),
      await overPort(filled).call(name, input, 'page'),
      await web.call(name, input),
    ]
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
  })
})

describe('one reply for one input', () => {
  it('comes over a message port and over HTTP, for every call that reads', async () => {
    const filled = await aFilledShelf()
    const link = overPort(filled)
    const web = await aWebHost(filled.shelf)
    for (const name of readsOfThePage) {
      const input = samples[name](filled.things)
      const direct = timeless(await filled.reply(name, input))
      expect(timeless(await link.call(name, input, 'page'))).toEqual(direct)
      expect(timeless(await web.call(name, input))).toEqual(direct)
    }
  })

  it.each([
    ['documents.get', { id: '0'.repeat(26) }, 'document-not-found'],
    ['documents.get', { id: 'short' }, 'invalid-input'],
    ['tags.remove', { path: 'absent' }, 'tag-not-found'],
    ['history.undo', { event: '0'.repeat(26) }, 'event-not-found'],
    ['imports.get', { id: '0'.repeat(26) }, 'import-not-found'],
    ['no.such', {}, 'unknown-call'],
  ])('comes for the failure of %s with %j', async (name, input, code) => {
    const filled = await aFilledShelf()
    const direct = await filled.reply(name, input)
    expect(direct).toMatchObject({ ok: false, error: { code } })
    expect(await overPort(filled).call(name, input, 'page')).toEqual(direct)
    expect(await (await aWebHost(filled.shelf)).call(name, input)).toEqual(direct)
  })
})

describe('a message port', () => {
  it('carries many calls at once, each to its own answer', async () => {
    const filled = await aFilledShelf()
    const link = overPort(filled)
    const texts = Array.from({ length: 30 }, (_, at) => `word${at}`)
    const ask = (text: string): object => ({ text, sort: 'date', offset: 0, limit: 0, facets: false, snippets: false })
    const answers = await Promise.all(texts.map((text) => link.call('search.run', ask(text), 'page')))
    expect(answers.map((answer) => answer.ok && (answer.value as { query: { text: string } }).query.text)).toEqual(
      texts,
    )
  })

  it('answers that the engine has stopped, to what waits and to what comes later', async () => {
    const { port1, port2 } = new MessageChannel()
    const asked = aPromise()
    servePort(plainPort(port1), () => {
      asked.resolve()
      return new Promise<Reply>(() => undefined)
    })
    const link = connectPort(plainPort(port2))
    const waiting = link.call('archives.list', {}, 'page')
    await asked.promise
    port1.close()
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'engine-stopped' } })
    expect(await link.call('archives.list', {}, 'page')).toMatchObject({ ok: false, error: { code: 'engine-stopped' } })
  })

  it('passes on that a call is given up', async () => {
    const { port1, port2 } = new MessageChannel()
    onTestFinished(() => port1.close())
    const asked = aPromise()
    servePort(plainPort(port1), async (_name, _input, _audience, signal) => {
      asked.resolve()
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      return { ok: false, error: { code: 'cancelled', message: '', details: {} } }
    })
    const controller = new AbortController()
    const waiting = connectPort(plainPort(port2)).call('archive.verify', {}, 'page', controller.signal)
    await asked.promise
    controller.abort()
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  })

  it('carries events', async () => {
    const { port1, port2 } = new MessageChannel()
    onTestFinished(() => port1.close())
    const send = servePort(plainPort(port1), () => Promise.reject(new Error('not asked')))
    const heard = new Promise((resolve) => connectPort(plainPort(port2), resolve))
    send({ type: 'archives.changed' })
    expect(await heard).toEqual({ type: 'archives.changed' })
  })
})
