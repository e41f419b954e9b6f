import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { stream } from 'hono/streaming'
import type { Reply } from '../contract/envelope.ts'
import { ArchiveError, toWire } from '../contract/errors.ts'
import type { HostNotice } from '../contract/host.ts'
import { type ExportFormat, exportExtensions, exportFormats } from '../contract/vocabulary.ts'
import type { EngineThread } from './engine-thread.ts'
import { contentPolicy, mediaTypeOf } from './page-files.ts'

export interface ServerOptions {
  readonly shelf: Pick<EngineThread, 'reply' | 'subscribe'>
  /** The built page. */
  readonly pageFolder: string
  /** For uploads and packages on their way; emptied at the end. */
  readonly temporaryFolder: string
  /** The secret that the page must show, made anew for each start. */
  readonly token: string
  /** `127.0.0.1:4321`, once it is known. */
  readonly authority: () => string
}

const largestUpload = 2 * 2 ** 30
const never = new AbortController().signal

/** A secret for one start: 192 bits, in characters that need no escaping in an address. */
export function makeToken(): string {
  return randomBytes(24).toString('base64url')
}

function isSame(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}

function failure(error: unknown): Reply {
  return { ok: false, error: toWire(error) }
}

/** Uploaded names may hold folders; each part becomes a plain name, so that nothing lands outside the upload's folder. */
function safeParts(name: string): string[] {
  return name
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .map((part) => part.replaceAll('\0', ''))
}

const isExportFormat = (value: unknown): value is ExportFormat => exportFormats.includes(value as ExportFormat)

class WebServer {
  readonly app = new Hono()
  readonly #options: ServerOptions
  readonly #downloads = new Map<string, string>()

  constructor(options: ServerOptions) {
    this.#options = options
    this.#guard()
    this.app.post('/api/call', bodyLimit({ maxSize: 16 << 20 }), (c) => this.#call(c))
    this.app.get('/api/events', (c) => this.#events(c))
    this.app.post('/api/import', bodyLimit({ maxSize: largestUpload }), (c) => this.#import(c))
    this.app.post('/api/export', bodyLimit({ maxSize: 16 << 20 }), (c) => this.#export(c))
    this.app.get('/content/:id', (c) => this.#content(c))
    this.app.get('/download/:ticket', (c) => this.#download(c))
    this.app.get('/*', (c) => this.#page(c))
  }

  /** Only pages of this very server may speak to it: a name that was made to point here, or another site's page, may not. */
  #guard(): void {
    this.app.use(async (c, next) => {
      const authority = this.#options.authority()
      const allowed = [authority, authority.replace('127.0.0.1', 'localhost')]
      const origin = c.req.header('origin')
      if (!allowed.includes(c.req.header('host') ?? '')) return c.text('Unknown host.', 403)
      if (origin !== undefined && !allowed.some((each) => origin === `http://${each}`))
        return c.text('Unknown origin.', 403)
      const isOpen = c.req.method === 'GET' && !c.req.path.startsWith('/api/') && !c.req.path.startsWith('/content/')
      if (!isOpen && !isSame(c.req.header('x-chancery-token') ?? '', this.#options.token))
        return c.text('Wrong token.', 403)
      c.header('X-Content-Type-Options', 'nosniff')
      c.header('Referrer-Policy', 'no-referrer')
      c.header('Cross-Origin-Resource-Policy', 'same-origin')
      c.header('Cache-Control', 'no-store')
      return next()
    })
  }

  async #json(c: Context): Promise<unknown> {
    if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
      throw new ArchiveError('invalid-input', 'Only JSON is understood.')
    const body = await c.req.json<unknown>().catch((error: unknown) => {
      throw new ArchiveError('invalid-input', 'The body is not JSON.', {}, error)
    })
    if (typeof body !== 'object' || body === null) throw new ArchiveError('invalid-input', 'The body is not an object.')
    return body
  }

  async #call(c: Context): Promise<Response> {
    try {
      const { name, input } = (await this.#json(c)) as { name?: unknown; input?: unknown }
      return c.json(await this.#options.shelf.reply(String(name), input, 'page', c.req.raw.signal))
    } catch (error) {
      return c.json(failure(error))
    }
  }

  #events(c: Context): Response {
    c.header('Content-Type', 'application/x-ndjson')
    return stream(c, async (out) => {
      const ended = new Promise<void>((resolve) => out.onAbort(resolve))
      const send = (notice: HostNotice): void => void out.write(`${JSON.stringify(notice)}\n`)
      const unsubscribe = this.#options.shelf.subscribe(send)
      // An empty line now and then shows either side that the other is gone.
      await out.write('\n')
      const pulse = setInterval(() => void out.write('\n'), 15_000)
      await ended
      clearInterval(pulse)
      unsubscribe()
    })
  }

  async #import(c: Context): Promise<Response> {
    try {
      const form = await c.req.formData()
      const tags = JSON.parse((form.get('tags') as string | null) ?? '[]') as unknown
      const folder = await mkdtemp(path.join(this.#options.temporaryFolder, 'upload-'))
      for (const entry of form.getAll('file')) {
        if (typeof entry === 'string') continue
        const parts = safeParts(entry.name)
        const where = path.join(folder, ...(parts.length === 0 ? ['file'] : parts))
        await mkdir(path.dirname(where), { recursive: true })
        await writeFile(where, Readable.fromWeb(entry.stream() as never))
      }
      const reply = await this.#options.shelf.reply('imports.start', { paths: [folder], tags }, 'host', never)
      this.#removeAfterImport(folder, reply)
      return c.json(reply)
    } catch (error) {
      return c.json(failure(error))
    }
  }

  #removeAfterImport(folder: string, reply: Reply): void {
    const remove = (): void => void rm(folder, { recursive: true, force: true })
    if (!reply.ok) {
      remove()
      return
    }
    const { id } = reply.value as { id: string }
    const unsubscribe = this.#options.shelf.subscribe((event) => {
      if (event.type !== 'imports.progress' || event.progress.id !== id || event.progress.state === 'running') return
      unsubscribe()
      remove()
    })
  }

  async #export(c: Context): Promise<Response> {
    try {
      const { exportId, selection, format, title, parts, audience } = (await this.#json(c)) as Record<string, unknown>
      // A folder cannot travel through a browser: it is packed.
      const kind = isExportFormat(format) && format !== 'bag' ? format : 'bag-zip'
      const folder = await mkdtemp(path.join(this.#options.temporaryFolder, 'export-'))
      const stamp = new Date().toISOString().slice(0, 10)
      const to = path.join(folder, `chancery-${stamp}${exportExtensions[kind]}`)
      const reply = await this.#options.shelf.reply(
        'exports.run',
        { exportId, selection, format: kind, to, title, parts, audience },
        'host',
        c.req.raw.signal,
      )
      if (!reply.ok) return c.json(reply)
      const ticket = makeToken()
      this.#downloads.set(ticket, to)
      const value = { ...(reply.value as object), path: path.basename(to), download: `/download/${ticket}` }
      return c.json({ ok: true, value } satisfies Reply)
    } catch (error) {
      return c.json(failure(error))
    }
  }

  async #content(c: Context): Promise<Response> {
    const reply = await this.#options.shelf.reply('files.locate', { id: c.req.param('id') }, 'host', never)
    if (!reply.ok) return c.text(reply.error.message, 404)
    const { path: where } = reply.value as { path: string }
    return this.#sendFile(c, where, 'application/octet-stream')
  }

  async #download(c: Context): Promise<Response> {
    const ticket = c.req.param('ticket') ?? ''
    const where = this.#downloads.get(ticket)
    if (where === undefined) return c.text('This address was used already.', 404)
    this.#downloads.delete(ticket)
    c.header('Content-Disposition', `attachment; filename="${path.basename(where)}"`)
    return this.#sendFile(c, where, 'application/octet-stream')
  }

  async #sendFile(c: Context, where: string, mediaType: string): Promise<Response> {
    try {
      const { size } = await stat(where)
      c.header('Content-Type', mediaType)
      c.header('Content-Length', String(size))
      return c.body(Readable.toWeb(createReadStream(where)) as ReadableStream)
    } catch {
      return c.text('The file is missing.', 404)
    }
  }

  async #page(c: Context): Promise<Response> {
    try {
      const name = c.req.path === '/' ? 'index.html' : safeParts(decodeURIComponent(c.req.path)).join('/')
      const content = await readFile(path.join(this.#options.pageFolder, name))
      c.header('Content-Type', mediaTypeOf(name))
      c.header('Content-Security-Policy', contentPolicy)
      return c.body(content)
    } catch {
      return c.text('There is nothing here.', 404)
    }
  }
}

/** The web host's answers to every request; listening is left to the caller. */
export function createWebApp(options: ServerOptions): Hono {
  return new WebServer(options).app
}
