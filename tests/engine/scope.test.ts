import { describe, expect, it } from 'vitest'
import { readScopes } from '../../electron/engine/cataloguing/agreements/scope.rules.ts'

const read = (text: string): string[] => readScopes(text).map(({ clause }) => `${clause.type}: ${clause.text}`)

describe('the scope of an agreement', () => {
  it.each([
    ['a sentence', 'The agreement covers fishing, research at sea and rescue.', 'fishing; research at sea; rescue'],
    [
      'French',
      'L’accord porte sur la pêche, la recherche en mer et le sauvetage.',
      'la pêche; la recherche en mer; le sauvetage',
    ],
    [
      'Arabic',
      'تشمل الاتفاقية المذكورة: لا. وهي الاتفاقية التي تشمل الصيد البحري، والبحث العلمي، والإنقاذ.',
      'الصيد البحري; البحث العلمي; الإنقاذ',
    ],
    [
      'a list with letters, without what is left open and what is said more closely',
      'The Parties cooperate in the following areas:\n(a) fishing, including that of tuna;\n(b) research at sea;\n(c) rescue;\n(d) any other area on which they agree.',
      'fishing; research at sea; rescue',
    ],
    [
      'a list with dashes',
      'The agreement gives a basis for work in three areas:\n- fishing;\n- research at sea;\n- rescue.',
      'fishing; research at sea; rescue',
    ],
  ])('is a list: %s', (_, text, areas) => {
    expect(read(text)).toEqual([`areas: ${areas}`])
  })

  it.each([
    ['several agreements', 'It led to agreements covering fishing, research and rescue.'],
    ['no agreement at all', 'The visit includes fishing, research and rescue.'],
    ['no list', 'The agreement covers fishing.'],
    [
      'running text',
      'The agreement covers the whole of what the two sides have wanted for so many years since they began to talk, and more.',
    ],
  ])('is not read in a sentence about %s', (_, text) => {
    expect(read(text)).toEqual([])
  })
})

describe('the occasion of signing', () => {
  it.each([
    ['The agreement was signed at Rabat during the visit of Mr Smith to Morocco.', 'the visit of Mr Smith to Morocco'],
    ['L’accord a été signé lors d’une rencontre entre les deux ministres.', 'une rencontre entre les deux ministres'],
    ['وقعت الاتفاقية خلال اللقاء الذي جمع الوزيرين.', 'اللقاء الذي جمع الوزيرين'],
  ])('is what led to it: %s', (text, words) => {
    expect(read(text)[0]).toContain(`occasion: ${words}`)
  })
})
