import { describe, expect, it } from 'vitest'
import { paragraphsOf, spansWithin } from '../../renderer/src/features/reader/paragraphs.ts'

const text = '  First words.\nStill first.\n\n \nSecond words.'

describe('paragraphs of a page', () => {
  it('are cut at blank lines and know where they begin', () => {
    const paragraphs = paragraphsOf(text)
    expect(paragraphs.map((paragraph) => paragraph.text)).toEqual(['First words.\nStill first.', 'Second words.'])
    for (const { start, text: words } of paragraphs) expect(text.slice(start, start + words.length)).toBe(words)
  })

  it('are none in a page without words', () => {
    expect(paragraphsOf(' \n\n ')).toEqual([])
  })

  it('share a span that runs over a blank line, each with its own part', () => {
    const span = { start: text.indexOf('first.'), end: text.indexOf('words.', 20) + 'words.'.length }
    const parts = paragraphsOf(text).map((paragraph) =>
      spansWithin([span], paragraph).map(({ start, end }) => paragraph.text.slice(start, end)),
    )
    expect(parts).toEqual([['first.'], ['Second words.']])
  })
})
