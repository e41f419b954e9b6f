import { describe, expect, it } from 'vitest'
import { formatEdtf } from '../../electron/contract/edtf-text.ts'
import { formatsFor, localeOf } from '../../renderer/src/texts/format.ts'

const english = (edtf: string): string => formatEdtf(edtf, localeOf('en'))

describe('an EDTF date', () => {
  it.each(['2025-13', '2025-02-30', '201X', '2025-21', 'constructor', 'June 2025'])(
    'that cannot be read, %s, is shown as it is written',
    (edtf) => {
      expect(english(edtf)).toBe(edtf)
    },
  )

  it('is shown no more exactly than it is known', () => {
    expect(english('2016')).toBe('2016')
    expect(english('2025-06')).toBe('June 2025')
    expect(english('2025-06-12')).toBe('12 June 2025')
  })

  it('keeps early years as they are', () => {
    expect(english('0099')).toBe('99')
  })

  it('is the same day in every time zone', () => {
    expect(english('2026-01-01')).toBe('1 January 2026')
  })

  it('of an interval is one range', () => {
    expect(english('2026-01-18/2026-01-22')).toMatch(/^18\s*–\s*22 January 2026$/u)
  })

  it('of an open interval shows which end is open', () => {
    expect(english('2016/..')).toBe('2016 – …')
    expect(english('../2016')).toBe('… – 2016')
  })

  it('says that it is approximate or uncertain', () => {
    expect(english('2016~')).toBe('≈ 2016')
    expect(english('2016?')).toBe('2016 (?)')
    expect(english('2016%')).toBe('≈ 2016 (?)')
  })

  it('is written in French and in Arabic with Latin digits', () => {
    expect(formatEdtf('2025-06', localeOf('fr'))).toBe('juin 2025')
    expect(formatEdtf('2025-06', localeOf('ar'))).toMatch(/يونيو.*2025/u)
  })
})

describe('sizes and lengths of time', () => {
  it('use the largest unit that says something', () => {
    const { bytes, seconds } = formatsFor('en')
    expect(bytes(999)).toBe('999 bytes')
    expect(bytes(1_540_000)).toBe('1.5 MB')
    expect(seconds(0)).toBe('1 second')
    expect(seconds(150)).toBe('3 minutes')
  })
})
