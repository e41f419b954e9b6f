import { describe, expect, it } from 'vitest'
import { msgAttachments } from '../../../electron/workers/extraction/legacy/msg-text.ts'
import { makeMsg } from '../../support/makers/msg-maker.ts'
import { makeOle } from '../../support/makers/ole-maker.ts'
import { read, refusalOf, textOf } from './reading.ts'

describe('an Outlook message', () => {
  it('has its header lines first, then its body, and says what it is about, from whom and of which day', async () => {
    const sentAt = new Date('2026-01-19T10:00:00Z')
    const msg = makeMsg({ subject: 'البيان', from: 'Ministère', to: 'Press', sentAt, body: 'Text.', html: '<p>Other' })
    expect(await textOf('a.msg', msg)).toBe(
      'Subject: البيان\nFrom: Ministère\nTo: Press\nDate: Mon, 19 Jan 2026 10:00:00 +0000\n\nText.',
    )
    const { metadata } = await read('a.msg', msg)
    expect(metadata).toMatchObject({ title: 'البيان', author: 'Ministère', issued: '2026-01-19' })
  })

  it('gives its page where it has no plain body, and its RTF where it has no page', async () => {
    expect(await textOf('a.msg', makeMsg({ html: '<p>Signé</p>', rtf: '{\\rtf1 Other}' }))).toBe('Signé')
    expect(await textOf('a.msg', makeMsg({ rtf: "{\\rtf1\\ansi Sign\\'e9}" }))).toBe('Signé')
  })

  it('gives the files attached to it, without pictures that its text shows', async () => {
    const bytes = Buffer.from('%PDF-1.4')
    const picture = { name: 'logo.png', bytes, contentId: 'logo' }
    const msg = makeMsg({ subject: 'S', attachments: [{ name: 'accord.pdf', bytes }, picture] })
    expect(msgAttachments(msg).map(({ name }) => name)).toEqual(['accord.pdf'])
    expect((await read('a.msg', msg)).hasMembers).toBe(true)
  })

  it('is refused, and never waited for, when its sectors run in a circle', async () => {
    const msg = makeMsg({ subject: 'S', body: 'x'.repeat(4000) })
    const table = (msg.readUInt32LE(76) + 1) * 512
    for (let sector = 0; sector < 20; sector++) msg.writeUInt32LE(sector, table + sector * 4)
    expect((await refusalOf('a.msg', msg)).reason).toBe('damaged')
  })

  it('is refused as damaged when its streams are not whole', async () => {
    const msg = makeOle({ '__substg1.0_0037001F': Buffer.from('Subject', 'utf16le') })
    const outcome = await read('a.msg', msg.subarray(0, 700)).catch(
      (error: unknown) => (error as { reason: string }).reason,
    )
    expect(['damaged', 'empty', 'unknown-type']).toContain(outcome)
  })
})
