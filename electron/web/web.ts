import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { serve } from '@hono/node-server'
import { fromWire, toWire } from '../contract/errors.ts'
import { isArchive } from '../engine/archive-folder.ts'
import { keepHeapLean } from '../link/lean-heap.ts'
import { type EngineThread, startEngineThread } from './engine-thread.ts'
import { createWebApp, makeToken } from './server.ts'
import { type WebOptions, readWebOptions } from './web-options.ts'

const isBuilt = import.meta.filename.endsWith('.js')
const entry = (built: string, source: string): string => path.join(import.meta.dirname, isBuilt ? built : source)
const root = path.resolve(import.meta.dirname, '..', '..')

function openBrowser(address: string): void {
  const [command = 'xdg-open', ...args] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open']
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true })
  // Where there is no browser to open, the printed address is enough.
  child.on('error', () => undefined)
  child.unref()
}

function openEngine(options: WebOptions): EngineThread {
  keepHeapLean()
  return startEngineThread(entry('engine-thread.js', 'engine-thread-entry.ts'), {
    home: options.home,
    sampleFolder: path.join(root, 'resources', 'sample-archive'),
    entries: {
      readDocument: entry('read-document.js', '../workers/read-document-entry.ts'),
      storeFiles: entry('store-files.js', '../workers/store-files-entry.ts'),
      readingCopy: entry('reading-copy.js', '../workers/reading-copy-entry.ts'),
      readingThread: entry('reading-thread.js', '../workers/reading-thread-entry.ts'),
    },
  })
}

/** Opens the archive that was named, and makes it where there is none. */
async function openArchive(engine: EngineThread, where: string): Promise<void> {
  const order = { path: path.resolve(where), create: !isArchive(where) }
  const reply = await engine.reply('archives.openPath', order, 'host', new AbortController().signal)
  if (!reply.ok) throw fromWire(reply.error)
}

async function main(): Promise<void> {
  const options = readWebOptions(process.argv.slice(2), process.env)
  const engine = openEngine(options)
  if (options.archive !== undefined) await openArchive(engine, options.archive)
  const temporaryFolder = await mkdtemp(path.join(tmpdir(), 'chancery-'))
  const token = makeToken()
  let authority = ''
  const pageFolder = path.join(root, 'out', 'renderer')
  if (!existsSync(path.join(pageFolder, 'index.html'))) throw new Error('The page is not built yet. Run: npm run build')
  const app = createWebApp({ shelf: engine, pageFolder, temporaryFolder, token, authority: () => authority })
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: options.port }, (info: AddressInfo) => {
    authority = `127.0.0.1:${info.port}`
    const address = `http://${authority}/#token=${token}`
    process.stdout.write(`Chancery is at ${address}\n`)
    if (options.open) openBrowser(address)
  })
  const stop = async (): Promise<void> => {
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
    await engine.close()
    await rm(temporaryFolder, { recursive: true, force: true })
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
}

main().catch((error: unknown) => {
  process.stderr.write(`chancery: ${toWire(error).message}\n`)
  process.exit(3)
})
