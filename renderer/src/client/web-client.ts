import { ArchiveError } from '../../../electron/contract/errors.ts'
import { askForFiles, filesOfDrop } from './chosen-files.ts'
import type { ChosenFile, Client, ExportResult, ImportProgress } from './client.ts'
import { followEvents } from './event-stream.ts'
import { asArchiveError, errorOfStatus, valueOfResponse } from './replies.ts'

type Send = (path: string, init: RequestInit) => Promise<Response>

function sender(token: string): Send {
  return async (path, init) => {
    try {
      const headers = new Headers(init.headers)
      headers.set('x-chancery-token', token)
      return await fetch(path, { ...init, headers, cache: 'no-store' })
    } catch (error) {
      throw asArchiveError(error)
    }
  }
}

async function post<T>(send: Send, path: string, content: unknown, signal?: AbortSignal): Promise<T> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(content),
    ...(signal !== undefined && { signal }),
  }
  return valueOfResponse<T>(await send(path, init))
}

function download(href: string, name: string): void {
  const link = document.createElement('a')
  link.href = href
  link.download = name
  link.hidden = true
  document.body.append(link)
  link.click()
  link.remove()
}

async function upload(send: Send, files: readonly ChosenFile[], tags: readonly string[]): Promise<ImportProgress> {
  const form = new FormData()
  form.append('tags', JSON.stringify(tags))
  for (const { file, path } of files) form.append('file', file, path)
  return valueOfResponse<ImportProgress>(await send('/api/import', { method: 'POST', body: form }))
}

async function readOriginal(send: Send, fileId: string, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const response = await send(`/content/${fileId}`, signal === undefined ? {} : { signal })
  if (!response.ok) throw errorOfStatus(response.status)
  return new Uint8Array(await response.arrayBuffer())
}

async function saveOriginal(send: Send, fileId: string, name: string): Promise<{ readonly path: string }> {
  const url = URL.createObjectURL(new Blob([await readOriginal(send, fileId)]))
  download(url, name)
  // The browser reads the address after this turn; a minute is ample, and then the memory is given back.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return { path: name }
}

function needsDesktop(): Promise<never> {
  return Promise.reject(new ArchiveError('not-allowed', 'A browser cannot show folders of this computer.'))
}

/** Speaks to the web host on this computer. Files come and go by upload and download. */
export function createWebClient(token: string): Client {
  const send = sender(token)
  return {
    abilities: { browsesForArchives: false, watchesFolders: false, writesFolders: false },
    call: (name, input, signal) => post(send, '/api/call', { name, input }, signal),
    openArchive: needsDesktop,
    chooseImport: async (what, tags) => {
      const files = await askForFiles(what)
      return files.length === 0 ? undefined : upload(send, files, tags)
    },
    readDrop: filesOfDrop,
    importFiles: (files, tags) => upload(send, files, tags),
    chooseWatchedFolder: needsDesktop,
    runExport: async (request) => {
      const result = await post<ExportResult & { readonly download: string }>(send, '/api/export', request)
      download(result.download, '')
      return result
    },
    showExport: needsDesktop,
    readOriginal: (fileId, signal) => readOriginal(send, fileId, signal),
    saveOriginal: (fileId, name) => saveOriginal(send, fileId, name),
    subscribe: (listener, onConnection) => {
      const stop = new AbortController()
      const open = (signal: AbortSignal): Promise<Response> => send('/api/events', { signal })
      void followEvents({ open, onEvent: listener, onConnection, signal: stop.signal })
      return () => stop.abort()
    },
  }
}
