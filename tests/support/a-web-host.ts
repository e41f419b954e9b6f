import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Reply } from '../../electron/contract/envelope.ts'
import type { Shelf } from '../../electron/engine/shelf/shelf.ts'
import { createWebApp, makeToken } from '../../electron/web/server.ts'
import { aFolder } from './a-folder.ts'

export const authority = '127.0.0.1:4321'

export interface TestWebHost {
  readonly token: string
  readonly temporaryFolder: string
  /** A request with the right Host and token; `headers` replace them, an empty value leaves one out. */
  request(where: string, init?: RequestInit, headers?: Readonly<Record<string, string>>): Promise<Response>
  call(name: string, input: unknown): Promise<Reply>
}

/** The web host's answers, without a socket. Its page is one line. */
export async function aWebHost(shelf: Shelf): Promise<TestWebHost> {
  const folder = await aFolder()
  const pageFolder = path.join(folder, 'page')
  const temporaryFolder = path.join(folder, 'temporary')
  await mkdir(pageFolder)
  await mkdir(temporaryFolder)
  await writeFile(path.join(pageFolder, 'index.html'), '<!doctype html><title>Chancery</title>')
  await writeFile(path.join(folder, 'secret.txt'), 'outside the page')
  const token = makeToken()
  const app = createWebApp({ shelf, pageFolder, temporaryFolder, token, authority: () => authority })
  const request: TestWebHost['request'] = async (where, init = {}, headers = {}) => {
    const all = { host: authority, 'x-chancery-token': token, ...headers }
    const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
    return app.request(where, { ...init, headers: given })
  }
  return {
    token,
    temporaryFolder,
    request,
    async call(name, input) {
      const body = JSON.stringify({ name, input })
      const response = await request('/api/call', { method: 'POST', body }, { 'content-type': 'application/json' })
      return (await response.json()) as Reply
    },
  }
}
