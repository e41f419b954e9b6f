import { net, protocol } from 'electron'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Engine } from './engine.ts'

/**
 * The page's own origin: a name that can never exist on the network (RFC 2606), under a scheme that is secure by itself. All of
 * `https:` and `http:` is answered here, so that no request of the page can leave this computer.
 */
const pageHost = 'chancery.invalid'
export const pageOrigin = `https://${pageHost}`
export const pageAddress = `${pageOrigin}/index.html`

/** The same rules as the web host's; kept here because hosts do not import each other. */
const contentPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; " +
  "font-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; frame-src 'self' blob:; base-uri 'none'; form-action 'none'"

async function sendFile(filePath: string, mediaType?: string): Promise<Response> {
  const answer = await net.fetch(pathToFileURL(filePath).toString())
  const headers = new Headers(answer.headers)
  if (mediaType !== undefined) headers.set('Content-Type', mediaType)
  else if (/\.m?js$/.test(filePath)) headers.set('Content-Type', 'text/javascript; charset=utf-8')
  headers.set('Content-Security-Policy', contentPolicy)
  headers.set('X-Content-Type-Options', 'nosniff')
  return new Response(answer.body, { status: answer.status, headers })
}

const nothingHere = (): Response => new Response('There is nothing here.', { status: 404 })

async function sendOriginal(engine: Engine, id: string): Promise<Response> {
  const reply = await engine.call('files.locate', { id }, 'host')
  if (!reply.ok) return nothingHere()
  return sendFile((reply.value as { path: string }).path, 'application/octet-stream')
}

/** Serves the built page and, by file id, the originals; nothing else of this computer. */
export function servePage(pageFolder: string, engine: Engine): void {
  protocol.handle('http', nothingHere)
  protocol.handle('https', async (request) => {
    const { pathname, host } = new URL(request.url)
    if (host !== pageHost) return nothingHere()
    try {
      const content = /^\/content\/(?<id>[0-9A-Z]{26})$/.exec(pathname)?.groups?.['id']
      if (content !== undefined) return await sendOriginal(engine, content)
      const wanted = path.resolve(pageFolder, `.${decodeURIComponent(pathname)}`)
      return wanted.startsWith(pageFolder + path.sep) ? await sendFile(wanted) : nothingHere()
    } catch {
      return nothingHere()
    }
  })
}
