import { describe, expect, it } from 'vitest'
import { membersOf } from '../../../electron/workers/extraction/container-members.ts'
import type { Member } from '../../../electron/workers/extraction/extracted.ts'
import { makeEml, makeMultipart } from '../../support/makers/text-makers.ts'
import { makeZip } from '../../support/makers/zip-maker.ts'
import { read, refusalOf, textOf } from './reading.ts'

const noLimits = { members: 1000, bytes: 1 << 30 }

async function unpack(name: string, content: Uint8Array | string, limits = noLimits): Promise<Member[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const members: Member[] = []
  for await (const member of membersOf({ name, bytes }, limits)) members.push(member)
  return members
}

const short = (member: Member): string =>
  member.kind === 'file'
    ? `${member.name}: ${Buffer.from(member.bytes).toString('latin1').slice(0, 40).trim()}`
    : `${member.name}: refused as ${member.reason}`

/** Sets the flag by which a zip archive says that a member is locked, in both places. */
function locked(zip: Uint8Array, name: string): Uint8Array {
  const bytes = Buffer.from(zip)
  for (let at = bytes.indexOf(name); at !== -1; at = bytes.indexOf(name, at + 1)) {
    const local = at - 30
    const central = at - 46
    if (local >= 0 && bytes.readUInt32LE(local) === 0x04034b50)
      bytes.writeUInt16LE(bytes.readUInt16LE(local + 6) | 1, local + 6)
    if (central >= 0 && bytes.readUInt32LE(central) === 0x02014b50)
      bytes.writeUInt16LE(bytes.readUInt16LE(central + 8) | 1, central + 8)
  }
  return bytes
}

describe('a zip archive that is not what it should be', () => {
  it('is refused as empty when nothing is in it', async () => {
    expect((await refusalOf('a.zip', await makeZip({ 'folder/.DS_Store': 'x' }))).reason).toBe('empty')
  })

  it('is refused as damaged when it is cut short', async () => {
    const zip = await makeZip({ 'a.txt': 'A text.' })
    expect((await refusalOf('a.zip', zip.subarray(0, zip.length - 30))).reason).toBe('damaged')
  })

  it('keeps a member inside that is locked, and lets the others out', async () => {
    const zip = locked(await makeZip({ 'secret.txt': 'A secret.', 'open.txt': 'No secret.' }), 'secret.txt')
    expect((await unpack('a.zip', zip)).map(short)).toEqual([
      'secret.txt: refused as encrypted',
      'open.txt: No secret.',
    ])
  })

  it('keeps a member inside that is damaged, and lets the others out', async () => {
    const zip = Buffer.from(await makeZip({ 'a.txt': 'AAAA'.repeat(50), 'b.txt': 'B text.' }))
    const data = zip.indexOf('a.txt') + 5
    zip.fill(0xff, data, data + 6)
    expect((await unpack('a.zip', zip)).map(short)).toEqual(['a.txt: refused as damaged', 'b.txt: B text.'])
  })

  it('keeps a member inside that would unpack to more than two hundred times its size', async () => {
    const zip = await makeZip({ 'bomb.txt': Buffer.alloc(8 << 20), 'b.txt': 'B text.' })
    expect((await unpack('a.zip', zip)).map(short)).toEqual(['bomb.txt: refused as too-large', 'b.txt: B text.'])
  })

  it('ends with one refusal where it holds more files, or more bytes, than are taken out', async () => {
    const zip = await makeZip({ 'a.txt': 'AAAAA', 'b.txt': 'BBBBB', 'c.txt': 'CCCCC' })
    expect((await unpack('a.zip', zip, { members: 1, bytes: 100 })).map(short)).toEqual([
      'a.txt: AAAAA',
      'b.txt: refused as too-many',
    ])
    expect((await unpack('a.zip', zip, { members: 9, bytes: 7 })).map(short)).toEqual([
      'a.txt: AAAAA',
      'b.txt: refused as too-large',
    ])
  })

  it('gives names as labels: no control characters, none twice', async () => {
    const one = Buffer.from(await makeZip({ 'xx/xx/etc/pass\u0007wd': '1', 'a\u202Etxt.exe': '2' }))
    for (let at = one.indexOf('xx/xx/'); at !== -1; at = one.indexOf('xx/xx/')) one.write('../../', at)
    expect((await unpack('a.zip', one)).map(({ name }) => name)).toEqual(['../../etc/passwd', 'atxt.exe'])
    const twice = Buffer.from(await makeZip({ 'a.txt': '1', 'b.txt': '2' }))
    for (let at = twice.indexOf('b.txt'); at !== -1; at = twice.indexOf('b.txt')) twice.write('a.txt', at)
    expect((await unpack('a.zip', twice)).map(({ name }) => name)).toEqual(['a.txt', 'a (2).txt'])
  })
})

describe('a zip archive', () => {
  it('is a document that lists its files', async () => {
    const zip = await makeZip({ 'letters/one.txt': '1', 'two.pdf': '2', '__MACOSX/two.pdf': 'x' })
    expect(await textOf('a.zip', zip)).toBe('letters/one.txt\ntwo.pdf')
    expect(await read('a.zip', zip)).toMatchObject({ mediaType: 'application/zip', hasMembers: true })
  })

  it('gives its files in order, with the time of their change', async () => {
    const members = await unpack('a.zip', await makeZip({ 'b.txt': 'B text.', 'a.txt': 'A text.' }))
    expect(members.map(short)).toEqual(['b.txt: B text.', 'a.txt: A text.'])
    const [first] = members
    expect(first?.kind === 'file' && new Date(first.modifiedAt ?? 0).getFullYear()).toBe(2026)
  })
})

const mailbox = [
  'From minister@example.org Mon Jan 19 10:00:00 2026',
  'From: Minister <minister@example.org>',
  'Subject: =?utf-8?q?La_premi=C3=A8re?= note',
  'Date: Mon, 19 Jan 2026 10:00:00 +0000',
  '',
  'The first letter.',
  '>From the capital, with regards.',
  '',
  'From clerk@example.org Tue Jan 20 11:00:00 2026',
  'From: clerk@example.org',
  'Subject: Second',
  '',
  'From here on it is the text: no header follows this line.',
  '',
].join('\n')

describe('a mailbox', () => {
  it('is a document that lists its messages', async () => {
    expect(await textOf('letters.mbox', mailbox)).toBe(
      'Mon, 19 Jan 2026 10:00:00 +0000 – Minister <minister@example.org> – La première note\n – clerk@example.org – Second',
    )
  })

  it('gives each message as a file, without the quoting of the mailbox', async () => {
    const members = await unpack('letters.mbox', mailbox)
    expect(members.map(({ name }) => name)).toEqual(['0001 La première note.eml', '0002 Second.eml'])
    const [first, second] = await Promise.all(
      members.map((member) => textOf(member.name, member.kind === 'file' ? member.bytes : '')),
    )
    expect(first).toContain('\nFrom the capital, with regards.')
    expect(second).toContain('From here on it is the text')
  })

  it('is told from a letter that begins with the word', async () => {
    expect((await read('a.txt', 'From the capital, in 2026\nthe ministers wrote: this.')).mediaType).toBe('text/plain')
  })
})

describe('a message with attachments', () => {
  const headers = { From: 'a@example.org', Subject: 'Texts' }
  const text = { headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: 'See attached.' }
  const attached = (name: string, body: string) => ({
    headers: { 'Content-Type': 'text/plain', 'Content-Disposition': `attachment; filename="${name}"` },
    body,
  })

  it('gives them as files, two of one name apart', async () => {
    const mail = makeMultipart(headers, [text, attached('note.txt', 'One.'), attached('note.txt', 'Two.')])
    expect((await read('a.eml', mail)).hasMembers).toBe(true)
    expect((await unpack('a.eml', mail)).map(short)).toEqual(['note.txt: One.', 'note (2).txt: Two.'])
  })

  it('gives a message inside it as a message', async () => {
    const inner = makeEml({ headers: { From: 'b@example.org', Subject: 'Inner' }, body: 'The inner text.' })
    const mail = makeMultipart(headers, [text, { headers: { 'Content-Type': 'message/rfc822' }, body: inner }])
    const [member] = await unpack('a.eml', mail)
    expect(member?.name).toMatch(/\.eml$/)
    expect(await textOf('inner.eml', member?.kind === 'file' ? member.bytes : '')).toContain('The inner text.')
  })

  it('holds none where there is only a picture that its text shows', async () => {
    const picture = {
      headers: { 'Content-Type': 'image/png', 'Content-ID': '<seal>', 'Content-Disposition': 'inline' },
      body: 'x',
    }
    expect((await read('a.eml', makeMultipart(headers, [text, picture]))).hasMembers).toBe(false)
  })
})
