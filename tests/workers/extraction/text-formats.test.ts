import { describe, expect, it } from 'vitest'
import { encode, makeEml, makeMultipart, makeRtf } from '../../support/makers/text-makers.ts'
import { read, textOf } from './reading.ts'

const arabic =
  'وقّعت وزارة الدفاع اتفاقية للتعاون مع جمهورية رواندا في مدينة كيغالي. وقد أكد الطرفان أهمية الحوار بينهما.\n'.repeat(
    3,
  )
const french =
  'La coopération entre les deux pays a été évoquée à Kigali. Le ministère a salué l’élève reçu là où la fête était prête.\n'.repeat(
    3,
  )

describe('encodings', () => {
  it.each([
    ['windows-1256', arabic],
    ['iso-8859-6', arabic],
    ['windows-1252', french],
    ['macintosh', french],
    ['utf-16le', arabic],
    ['utf-16be', french],
    ['utf-8', arabic],
  ])('finds %s by itself', async (encoding, text) => {
    const result = await read('a.txt', encode(text, encoding))
    expect(result.encoding).toBe(encoding)
    expect(result.pages[0]?.text).toBe(text.normalize('NFC').trim())
  })

  it('knows ISO 8859-15 by its ligature', async () => {
    const text = 'Le cœur de la coopération a été évoqué dans une œuvre récente à Kigali.'
    expect(await textOf('a.txt', encode(text, 'iso-8859-15'))).toBe(text)
  })

  it('believes the byte order mark of UTF-16 before anything else', async () => {
    expect(await textOf('a.txt', Buffer.concat([Buffer.from('fffe', 'hex'), encode('عام', 'utf-16le')]))).toBe('عام')
  })

  it('keeps the rest of a UTF-8 text with a broken byte', async () => {
    const bytes = Buffer.concat([Buffer.from(french), Buffer.from([0xc3])])
    expect(await textOf('a.txt', bytes)).toContain('coopération')
  })

  it('reads a page in the encoding that it declares', async () => {
    const page = '<html><head><meta charset="windows-1256"></head><body><p>الرباط</p></body></html>'
    expect(await textOf('a.html', encode(page, 'windows-1256'))).toBe('الرباط')
  })

  it('does not believe a page that declares what it is not', async () => {
    const page = '<html><head><meta charset="iso-8859-1"></head><body><p>évoquée à Kigali</p></body></html>'
    expect(await textOf('a.html', Buffer.from(page))).toBe('évoquée à Kigali')
  })
})

describe('plain text', () => {
  it('begins a page at a form feed and keeps blank pages between others', async () => {
    const { pages } = await read('a.txt', 'one\f\ftwo\f')
    expect(pages).toEqual([
      { text: 'one', grade: 'text' },
      { text: '', grade: 'empty' },
      { text: 'two', grade: 'text' },
    ])
  })

  it('cuts a page of more than 200,000 characters at a paragraph', async () => {
    const paragraph = `${'word '.repeat(99)}word`
    const { pages } = await read('a.txt', Array.from({ length: 1000 }, () => paragraph).join('\n\n'))
    expect(pages.length).toBe(3)
    for (const { text } of pages) {
      expect(text.length).toBeLessThanOrEqual(200_000)
      expect(text.startsWith('word')).toBe(true)
      expect(text.endsWith('word')).toBe(true)
    }
  })

  it('cleans line ends, controls, soft hyphens and needless blank lines', async () => {
    expect(await textOf('a.txt', 'a\u0000 \r\nco\u00adope\u0301\r\r\n\n\n\nb\u0007')).toBe('a\ncoopé\n\nb')
  })

  it('reads fifty million characters in a few seconds', async () => {
    const { pages } = await read('a.txt', Buffer.alloc(50_000_000, 'A line of a very long register of treaties.\n'))
    expect(pages.length).toBeGreaterThan(240)
  }, 20_000)

  it('takes a memorandum for a text and not for a mail', async () => {
    const memorandum = 'From: the Minister\nTo: all posts\nDate: 3 May\nSubject: visit\n\nText'
    expect((await read('memo.txt', memorandum)).mediaType).toBe('text/plain')
    expect((await read('memo.eml', memorandum)).mediaType).toBe('message/rfc822')
  })
})

describe('Markdown', () => {
  it('gives the text without its marks', async () => {
    const text =
      '# Joint *statement*\n\nSee [the text](https://a.b).\n\n1. one\n2. two\n\n| a | b |\n|---|---|\n| c | d |\n'
    expect(await textOf('a.md', text)).toBe('Joint statement\n\nSee the text.\n\n1. one\n2. two\n\na\tb\nc\td')
  })

  it('takes title and date from front matter and leaves it out of the text', async () => {
    const { pages, metadata } = await read('a.md', '---\ntitle: "Accord"\ndate: 2026-01-23\n---\n\nTexte')
    expect(pages[0]?.text).toBe('Texte')
    expect(metadata).toEqual({ title: 'Accord', titleField: 'md:title', issued: '2026-01-23', issuedField: 'md:date' })
  })

  it('reads the same bytes as plain text under another name', async () => {
    expect(await textOf('a.txt', '# Heading')).toBe('# Heading')
  })
})

describe('web pages', () => {
  it('never lets cells or blocks touch', async () => {
    const page =
      '<!doctype html><div>Article</div><div>Subject</div><table><tr><td>1</td><td><p>Training</p><p>plans</p></td></tr></table>'
    expect(await textOf('a.html', page)).toBe('Article\nSubject\n\n1\tTraining plans')
  })

  it('leaves out scripts, styles, templates and menus, and decodes entities', async () => {
    const page =
      '<html><style>p{}</style><nav>Home</nav><template>t</template><script>x()</script><p>Caf&eacute; &amp; th&#233;</p></html>'
    expect(await textOf('a.html', page)).toBe('Café & thé')
  })

  it('keeps what a page has when it has only a menu', async () => {
    expect(await textOf('a.html', '<html><nav>Treaty of 1998</nav></html>')).toBe('Treaty of 1998')
  })

  it('keeps the text of a table that only lays the page out', async () => {
    const paragraph = `<p>${'The Parties agree. '.repeat(60)}</p>`
    const text = await textOf(
      'a.html',
      `<html><table><tr><td>Menu</td><td>${paragraph}${paragraph}</td></tr></table></html>`,
    )
    expect(text.split('\n\n').filter((part) => part.startsWith('The Parties'))).toHaveLength(2)
  })

  it('takes title, day, author and language from the head', async () => {
    const page =
      '<html lang="fr"><head><title> Communiqué\n conjoint </title><meta property="article:published_time" content="2026-01-23T22:10:00Z"><meta name="author" content="Presse"></head><body>x</body></html>'
    expect((await read('a.html', page)).metadata).toEqual({
      title: 'Communiqué conjoint',
      titleField: 'html:title',
      author: 'Presse',
      language: 'fr',
      issued: '2026-01-23',
      issuedField: 'html:article:published_time',
    })
  })

  it('reads a page without a document element', async () => {
    expect(await textOf('page', '<p>one</p><p>two</p>')).toBe('one\n\ntwo')
  })
})

describe('RTF', () => {
  it('reads code pages, Unicode escapes and their replacements', async () => {
    expect(await textOf('a.rtf', makeRtf("\\uc1 caf\\u233? \\'e9t\\'e9 {\\f1\\'c7\\'e1\\'d1\\'c8\\'c7\\'d8}"))).toBe(
      'café été الرباط',
    )
  })

  it('passes over more than one replacement when told so', async () => {
    expect(await textOf('a.rtf', makeRtf("{\\uc2\\u1575\\'c7x}b"))).toBe('اb')
  })

  it('parts the cells of a table with tabs', async () => {
    expect(await textOf('a.rtf', makeRtf('\\intbl a\\cell b\\cell\\row\\intbl c\\cell d\\cell\\row'))).toBe(
      'a\tb\nc\td',
    )
  })

  it('leaves out style sheets, pictures, comments, hidden and deleted text', async () => {
    const body = '{\\stylesheet Normal;}{\\pict 00ff}{\\*\\annotation no}{\\v no}{\\deleted no}yes{\\*\\unknown no}'
    expect(await textOf('a.rtf', makeRtf(body))).toBe('yes')
  })

  it('takes the title from the properties unless it is a file name', async () => {
    expect((await read('a.rtf', makeRtf('{\\info{\\title Accord}}x'))).metadata.title).toBe('Accord')
    expect((await read('a.rtf', makeRtf('{\\info{\\title accord.doc}}x'))).metadata.title).toBeUndefined()
  })
})

describe('mail', () => {
  const headers = {
    From: 'Press <press@mod.example>',
    To: 'desk@news.example',
    Subject: '=?UTF-8?B?Q29tbXVuaXF1w6k=?=',
    Date: 'Fri, 23 Jan 2026 23:30:00 -0500',
  }

  it('puts the main header lines before the body', async () => {
    const mail = makeEml({ headers: { ...headers, 'MIME-Version': '1.0' }, body: 'First.\r\n\r\nSecond.' })
    expect(await textOf('a.eml', mail)).toBe(
      'Subject: Communiqué\nFrom: Press <press@mod.example>\nTo: desk@news.example\nDate: Fri, 23 Jan 2026 23:30:00 -0500\n\nFirst.\n\nSecond.',
    )
  })

  it('takes the day of issue as the sender had it', async () => {
    const { metadata } = await read('a.eml', makeEml({ headers, body: 'x' }))
    expect(metadata).toMatchObject({
      title: 'Communiqué',
      titleField: 'eml:subject',
      issued: '2026-01-23',
      author: 'Press',
    })
  })

  it('reads a body in windows-1256', async () => {
    const type = { 'MIME-Version': '1.0', 'Content-Type': 'text/plain; charset=windows-1256' }
    const mail = makeEml({ headers: { ...headers, ...type }, body: encode('الرباط', 'windows-1256') })
    expect(await textOf('a.eml', mail)).toContain('الرباط')
  })

  it('reads an HTML body block by block and names what is attached', async () => {
    const mail = makeMultipart(headers, [
      { headers: { 'Content-Type': 'text/html' }, body: '<p>One</p><p>Two</p>' },
      {
        headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': 'attachment; filename="a.pdf"' },
        body: '%PDF',
      },
    ])
    expect(await textOf('a.eml', mail)).toMatch(/\n\nOne\n\nTwo\n\nAttachments: a\.pdf$/)
  })
})
