import { describe, expect, it } from 'vitest'
import { read, textOf } from './reading.ts'

const sentence = (at: number): string =>
  `The ministers of both countries met for session ${at} and agreed, after long talks, to deepen their cooperation in every field.`
const article = Array.from({ length: 12 }, (_, at) => `<p>${sentence(at)}</p>`).join('')
const links = (count: number): string =>
  Array.from({ length: count }, (_, at) => `<li><a href="/${at}">Section ${at}</a></li>`).join('')
const page = (head: string, body: string): string =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`

describe('web pages with surroundings', () => {
  it('are read whole when they have too little running text to tell', async () => {
    expect(await textOf('a.html', page('', `<ul>${links(2)}</ul><p>Short.</p>`))).toBe(
      '- Section 0\n- Section 1\n\nShort.',
    )
  })

  it('lose no running text that stands outside of the article', async () => {
    const aside = Array.from({ length: 6 }, (_, at) => `<p>${sentence(at + 100)}</p>`).join('')
    const text = await textOf(
      'a.html',
      page('', `<div class="sidebar comment">${aside}</div><article>${article}</article>`),
    )
    expect(text).toContain('session 100')
    expect(text).toContain('session 11')
  })

  it('give their heading and article without the lists of links round it', async () => {
    const body = `<div class="top"><ul>${links(9)}</ul></div><main><h1>Joint communiqué</h1><article>${article}</article></main><div class="bottom"><ul>${links(9)}</ul></div>`
    const text = await textOf('a.html', page('<title>Joint communiqué</title>', body))
    expect(text.startsWith('Joint communiqué\n')).toBe(true)
    expect(text).not.toContain('Section')
    expect(text).toContain(sentence(11))
  })
})

describe('what web pages say of themselves', () => {
  const metadata = async (head: string, body = '<p>x</p>') => (await read('a.html', page(head, body))).metadata

  it('gives no link that is not of the web', async () => {
    expect((await metadata('<link rel="canonical" href="javascript:alert(1)">')).link).toBeUndefined()
    expect((await metadata('<link rel="canonical" href="/relative">')).link).toBeUndefined()
  })

  it('gives the canonical link', async () => {
    expect((await metadata('<link rel="canonical" href="https://mod.example/a?b=1">')).link).toBe(
      'https://mod.example/a?b=1',
    )
  })

  it('takes the name of the site off the title', async () => {
    const head = '<title>Accord signed - Ministry</title><meta property="og:site_name" content="Ministry">'
    expect(await metadata(head)).toMatchObject({ title: 'Accord signed', titleField: 'html:title' })
  })

  it('takes the heading that the title only repeats with more', async () => {
    expect(
      await metadata('<title>Accord signed at Kigali | News</title>', '<h1>Accord signed at Kigali</h1>'),
    ).toMatchObject({
      title: 'Accord signed at Kigali',
      titleField: 'html:h1',
    })
  })

  it('does not take a heading that names the site', async () => {
    const title = 'Ministry - Accord signed at Kigali on Friday'
    expect(await metadata(`<title>${title}</title>`, '<h1>Ministry</h1>')).toMatchObject({
      title,
      titleField: 'html:title',
    })
  })

  it('takes the day from linked data, or from the one time that the page gives', async () => {
    const data = '<script type="application/ld+json">{"datePublished": "2026-01-23T10:00"}</script>'
    expect(await metadata(data)).toMatchObject({ issued: '2026-01-23', issuedField: 'html:json-ld' })
    const time = '<time datetime="2025-12-01">1 December</time>'
    expect(await metadata('', time)).toMatchObject({ issued: '2025-12-01', issuedField: 'html:time' })
    expect((await metadata('', `${time}<time datetime="2025-12-02">2</time>`)).issued).toBeUndefined()
  })
})
