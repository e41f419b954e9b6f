import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  filterText,
  hasFilter,
  toggleFilter,
  withoutSpan,
  withOnlyTag,
} from '../../renderer/src/features/search/query-text.ts'

const military = { field: 'tag', value: 'cooperation/military' } as const
const french = { field: 'lang', value: 'fr' } as const

describe('filters in the text of a query', () => {
  it('does not take a filter inside a phrase for a filter', () => {
    expect(hasFilter('"see lang:fr here"', french)).toBe(false)
  })

  it('does not take a filter with something before it for that filter', () => {
    expect(hasFilter('-lang:fr', french)).toBe(false)
    expect(hasFilter('xlang:fr', french)).toBe(false)
  })

  it('finds a filter whatever its case and quotes', () => {
    expect(hasFilter('visit LANG:FR', french)).toBe(true)
    expect(hasFilter('tag:cooperation/military', military)).toBe(true)
  })

  it('adds a filter behind the words', () => {
    expect(toggleFilter('  joint training ', military)).toBe('joint training tag:"cooperation/military"')
  })

  it('takes a filter out wherever it stands, and as often', () => {
    expect(toggleFilter('lang:fr accord lang:fr signé', french)).toBe('accord signé')
  })

  it('leaves the words as they were after adding a filter and taking it out again', () => {
    const words = fc.array(fc.stringMatching(/^[\p{L}\d'’-]{1,12}$/u), { maxLength: 6 }).map((list) => list.join(' '))
    const value = fc.stringMatching(/^[\p{L} /]{0,20}\p{L}$/u)
    fc.assert(
      fc.property(words, value, (text, path) => {
        const filter = { field: 'tag', value: path.trim() } as const
        const added = toggleFilter(text, filter)
        expect(hasFilter(added, filter)).toBe(true)
        expect(toggleFilter(added, filter)).toBe(text)
      }),
    )
  })

  it('writes a value that has spaces in quotes', () => {
    expect(filterText({ field: 'kind', value: 'press-release' })).toBe('kind:press-release')
    expect(filterText({ field: 'tag', value: 'زيارة رسمية' })).toBe('tag:"زيارة رسمية"')
  })

  it('holds one tag at a time', () => {
    expect(withOnlyTag('visit tag:"a b" lang:en tag:c', 'd')).toBe('visit lang:en tag:"d"')
    expect(withOnlyTag('visit tag:"a b"', undefined)).toBe('visit')
  })
})

describe('a chip taken out of a query', () => {
  it('closes the gap that it leaves', () => {
    expect(withoutSpan('one two three', 4, 7)).toBe('one three')
    expect(withoutSpan('one two', 0, 3)).toBe('two')
    expect(withoutSpan('one', 0, 3)).toBe('')
  })
})
