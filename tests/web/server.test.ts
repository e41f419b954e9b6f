import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CallOutput } from '../../electron/contract/calls.ts'
import type { Reply } from '../../electron/contract/envelope.ts'
import { readWebOptions } from '../../electron/web/web-options.ts'
import { aFilledShelf } from '../contract/samples.ts'
import { aShelf } from '../support/a-shelf.ts'
import { aWebHost } from '../support/a-web-host.ts'
import { within } from '../support/an-archive.ts'

const json = { 'content-type': 'application/json' }
const aCall = { method: 'POST', body: JSON.stringify({ name: 'archives.list', input: {} }) }

async function open() {
  const filled = await aFilledShelf()
  return { ...filled, web: await aWebHost(filled.shelf) }
}

describe('who may speak to the web host', () => {
  it.each(['evil.example', '127.0.0.1', '127.0.0.1:9999', 'localhost:9999', ''])(
    'not a page that calls it %j',
    async (host) => {
      const { shelf } = await aShelf()
      const web = await aWebHost(shelf)
      for (const where of ['/', '/api/call', '/content/x'])
        expect((await web.request(where, where === '/api/call' ? aCall : {}, { ...json, host })).status).toBe(403)
    },
  )

  it.each(['http://evil.example', 'null', 'https://127.0.0.1:4321', 'http://127.0.0.1:43210', 'http://localhost'])(
    'not a page from %s',
    async (origin) => {
      const { shelf } = await aShelf()
      const web = await aWebHost(shelf)
      expect((await web.request('/api/call', aCall, { ...json, origin })).status).toBe(403)
    },
  )

  it.each(['http://127.0.0.1:4321', 'http://localhost:4321'])('its own page, at %s', async (origin) => {
    const { shelf } = await aShelf()
    const web = await aWebHost(shelf)
    expect((await web.request('/api/call', aCall, { ...json, origin })).status).toBe(200)
  })

  it.each(['', 'wrong', 'x'.repeat(32)])('nobody with the token %j', async (token) => {
    const { web, things } = await open()
    for (const where of ['/api/call', '/api/import', '/api/export'])
      expect((await web.request(where, aCall, { ...json, 'x-chancery-token': token })).status).toBe(403)
    for (const where of ['/api/events', `/content/${things.file}`])
      expect((await web.request(where, {}, { 'x-chancery-token': token })).status).toBe(403)
  })
})

describe('a call over HTTP', () => {
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonx', ''])(
    'is refused as %j',
    async (type) => {
      const { shelf } = await aShelf()
      const web = await aWebHost(shelf)
      const answer = (await (await web.request('/api/call', aCall, { 'content-type': type })).json()) as Reply
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    },
  )

  it.each(['', '{', 'null', '[]', '"text"', '{"name": 5}', '{"name": {"a": 1}, "input": {}}'])(
    'is answered with a failure when its body is %j',
    async (body) => {
      const { shelf } = await aShelf()
      const web = await aWebHost(shelf)
      const answer = (await (await web.request('/api/call', { method: 'POST', body }, json)).json()) as Reply
      expect(answer.ok).toBe(false)
      expect(answer).not.toMatchObject({ error: { code: 'internal' } })
    },
  )

  it('is refused when it is larger than any call can be', async () => {
    const { shelf } = await aShelf()
    const web = await aWebHost(shelf)
    const body = JSON.stringify({ name: 'archives.list', input: 'x'.repeat(17 << 20) })
    expect((await web.request('/api/call', { method: 'POST', body }, json)).status).toBe(413)
  })
})

describe('the page', () => {
  it('comes with a policy that lets it load nothing from elsewhere', async () => {
    const { shelf } = await aShelf()
    const response = await (await aWebHost(shelf)).request('/', {}, { 'x-chancery-token': '' })
    expect(await response.text()).toContain('Chancery')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/..%5csecret.txt',
    '/x/../../secret.txt',
    '/%00',
    '/%',
  ])('gives away nothing for %s', async (where) => {
    const { shelf } = await aShelf()
    const response = await (await aWebHost(shelf)).request(where)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
  })
})

describe('an upload', () => {
  async function upload(names: readonly string[], tags = '["up"]') {
    const { shelf, value } = await aShelf()
    await value('archives.create', { title: 'Uploads' })
    const web = await aWebHost(shelf)
    const form = new FormData()
    form.set('tags', tags)
    for (const name of names) form.append('file', new File([`The text of ${name}.`], name))
    const ended = new Promise<CallOutput<'imports.get'>>((resolve) =>
      shelf.subscribe((event) => {
        if (event.type === 'imports.progress' && event.progress.state !== 'running') resolve(event.progress)
      }),
    )
    const answer = (await (await web.request('/api/import', { method: 'POST', body: form })).json()) as Reply
    return { answer, ended, web, value }
  }

  it('is imported, with its tags, and its copy is removed', async () => {
    const { answer, ended, web, value } = await upload(['a.txt', 'folder/b.txt'])
    expect(answer.ok).toBe(true)
    expect(await within(ended)).toMatchObject({ state: 'done', imported: 2 })
    expect(await value('tags.list', {})).toMatchObject({ tags: [{ path: 'up', total: 2 }] })
    await expect.poll(() => readdir(web.temporaryFolder)).toEqual([])
  })

  it.each(['../../evil.txt', '/etc/evil.txt', '..\\..\\evil.txt', 'a/../../evil.txt', '....//evil.txt'])(
    'never leaves its folder: %s',
    async (name) => {
      const { ended, web } = await upload([name])
      const { sources } = await within(ended)
      const [source = ''] = sources
      expect(path.dirname(source)).toBe(web.temporaryFolder)
      const left = await readdir(path.dirname(web.temporaryFolder), { recursive: true })
      expect(left.filter((each) => path.basename(each) === 'evil.txt' && !each.startsWith('temporary'))).toEqual([])
    },
  )

  it.each(['{', '5', '["/"]', '"up"'])('with the tags %s is refused', async (tags) => {
    const { answer } = await upload(['a.txt'], tags)
    expect(answer.ok).toBe(false)
  })

  it('leaves no copy behind when it is refused', async () => {
    const { answer, web } = await upload(['a.txt'], '["/"]')
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    await expect.poll(() => readdir(web.temporaryFolder)).toEqual([])
  })
})

describe('a download', () => {
  const order = { exportId: 'e', selection: { query: '' }, format: 'bag', title: 'All' }

  it('can be had once', async () => {
    const { web } = await open()
    const answer = await web.request('/api/export', { method: 'POST', body: JSON.stringify(order) }, json)
    const { value } = (await answer.json()) as { value: { download: string; path: string; format: string } }
    expect(value).toMatchObject({ format: 'bag-zip' })
    expect(value.path).toBe(path.basename(value.path))
    const first = await web.request(value.download, {}, { 'x-chancery-token': '' })
    expect(first.headers.get('content-disposition')).toContain(value.path)
    expect(
      Buffer.from(await first.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    expect((await web.request(value.download)).status).toBe(404)
  })

  it.each([
    [{ ...order, to: '/tmp/elsewhere' }],
    [{ ...order, selection: { query: 'zzz' } }],
    [{ ...order, selection: { path: '/etc' } }],
    [null],
  ])('is made of nothing else: %j', async (body) => {
    const { web } = await open()
    const response = await web.request('/api/export', { method: 'POST', body: JSON.stringify(body) }, json)
    const answer = (await response.json()) as Reply
    if (answer.ok) expect((answer.value as { path: string }).path).not.toContain('elsewhere')
    else expect(['invalid-input', 'nothing-to-export']).toContain(answer.error.code)
  })

  it('of an original is its very bytes', async () => {
    const { web, things, value } = await open()
    const { bytes } = await value<{ bytes: number }>('files.locate', { id: things.file }, 'host')
    const response = await web.request(`/content/${things.file}`)
    expect((await response.arrayBuffer()).byteLength).toBe(bytes)
  })

  it.each(['0'.repeat(26), 'short', '..%2f..%2farchive.json'])('of the original %s is none', async (id) => {
    const { web } = await open()
    expect((await web.request(`/content/${id}`)).status).toBe(404)
  })
})

it('tells what changes, line by line', async () => {
  const { web, value } = await open()
  const controller = new AbortController()
  const response = await web.request('/api/events', { signal: controller.signal })
  const reader = response.body?.getReader()
  let heard = ''
  const decoder = new TextDecoder()
  heard += decoder.decode((await reader?.read())?.value as Uint8Array)
  await value('tags.rename', { path: 'first', to: 'third' })
  while (!heard.includes('archive.changed'))
    heard += decoder.decode(
      (await within(reader?.read() ?? Promise.reject(new Error('no stream')))).value as Uint8Array,
    )
  expect(
    heard
      .trim()
      .split('\n')
      .map((each) => JSON.parse(each) as unknown),
  ).toContainEqual({
    type: 'archive.changed',
    subjects: expect.arrayContaining(['archive', 'documents', 'history', 'tags', 'watches']) as unknown,
  })
  await reader?.cancel()
})

describe('the options of the web host', () => {
  it.each(['-1', '65536', 'x', '1.5'])('refuse the port %s', (port) => {
    expect(() => readWebOptions([`--port=${port}`], {})).toThrow(/--port/)
  })

  it('take the home from the environment when none is named', () => {
    expect(readWebOptions([], { CHANCERY_HOME: '/somewhere' })).toMatchObject({
      home: '/somewhere',
      port: 0,
      open: false,
    })
    expect(readWebOptions(['--home', '/other'], { CHANCERY_HOME: '/somewhere' }).home).toBe('/other')
  })
})
