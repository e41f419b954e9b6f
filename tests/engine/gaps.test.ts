import { describe, expect, it } from 'vitest'
import { type Known, gapsOf } from '../../electron/engine/agreements/gaps.rules.ts'

const quoted = { document: 'a' as never, page: 1, start: 0, end: 10, text: 'They met.' }
const known = (more: Partial<Known>): Known => ({
  ...{ links: [{ role: 'carries', kind: 'agreement', issued: '2025-06-17' }], happenings: [], commitments: [] },
  ...more,
})
const meeting = (value: string) => ({
  ...{ type: 'meeting' as const, value, from: Number(value.slice(0, 10).replaceAll('-', '')) },
  ...{ issued: '2026-02-01', document: 'a', quoted },
})
const release = (issued: string, kind = 'joint-communique') => ({ role: 'cites' as const, kind, issued })
const today = 20260301

describe('what the archive lacks of an agreement', () => {
  it('is its text, where only others speak of it', () => {
    expect(gapsOf(known({ links: [release('2026-01-22')] }), today)).toEqual([{ type: 'no-text', value: '' }])
    expect(gapsOf(known({}), today)).toEqual([])
  })

  it('is the communiqué of a session that it knows of', () => {
    const links = known({}).links
    const happenings = [meeting('2026-01-18/2026-01-22'), meeting('2026-01-18/2026-01-22')]
    expect(gapsOf(known({ happenings }), today)).toMatchObject([
      { type: 'no-communique', value: '2026-01-18/2026-01-22' },
    ])
    for (const issued of ['2026-01-22', '2026-02-05'])
      expect(gapsOf(known({ links: [...links, release(issued)], happenings }), today)).toEqual([])
    for (const other of [release('2026-02-25'), release('2026-01-22', 'letter'), release('')])
      expect(gapsOf(known({ links: [...links, other], happenings }), today)).toHaveLength(1)
  })

  it('is not a session to come, nor one of some time in a year', () => {
    for (const value of ['2026-06-01', '2025', '2025-01-01/2025-03-31'])
      expect(gapsOf(known({ happenings: [meeting(value)] }), today)).toEqual([])
  })

  it('is the fulfilment of a promise whose day is past', () => {
    const promise = { quote: 'They shall meet again.', due: '2026-02', issued: '2025-06-17', document: 'a', quoted }
    expect(gapsOf(known({ commitments: [promise] }), today)).toMatchObject([{ type: 'overdue', value: '2026-02' }])
    expect(gapsOf(known({ commitments: [promise] }), 20260101)).toEqual([])
    const kept = { ...meeting('2026-02-10'), issued: '2026-02-12', document: 'b' }
    const links = [...known({}).links, release('2026-02-12')]
    expect(gapsOf(known({ links, commitments: [promise], happenings: [kept] }), today)).toEqual([])
  })
})
