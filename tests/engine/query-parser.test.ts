import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../electron/engine/search/parse-query.ts'
import { type QueryNode, printQuery } from '../../electron/engine/search/query-tree.ts'

const understood = (text: string): string => {
  const { root } = parseQuery(text)
  return root === undefined ? '' : printQuery(root)
}
const noticesOf = (text: string): string[] => parseQuery(text).notices.map((notice) => notice.code)

/** Pieces of which difficult queries are made. */
const pieces = fc.constantFrom(
  ...[
    'accord',
    'OR',
    'AND',
    'NOT',
    '-',
    '--',
    '(',
    ')',
    '"',
    '*',
    ':',
    'tag:',
    'kind:agreement',
    'lang:fr',
    'issued:2025',
  ],
  ...[
    'kind:"x y"',
    'title:',
    'file:a',
    '«',
    '»',
    '“',
    'x:y',
    'co-operation',
    'a*',
    'acc*',
    ' ',
    ' ',
    ' ',
    'الاتفاقية',
    '🤝',
  ],
  ...[
    'constructor',
    '__proto__',
    '12:30',
    'NEAR(',
    "l'",
    '\u0000',
    '\ud800',
    'OU',
    'tag:"a b"',
    'tag:-a',
    'issued:..2025',
    '=',
    '=a',
    '~1',
    'abc~2',
    '"a b"~5',
    'title:(',
    'text:"',
    'has:text',
    'collection:"a b"',
    '-widen:"a b"',
    'widen:none',
    'personne:',
    'person:"A. B"',
    'mentions:2025-06..',
    'new:a',
    'أو',
  ],
)
const difficult = fc.array(pieces, { maxLength: 14 }).map((each) => each.join(''))
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 }), difficult)

describe('reading a query', () => {
  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(() => understood(text)).not.toThrow()
      }),
      { numRuns: 3000 },
    )
  })

  it('understands what it prints as it understood what was typed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = understood(text)
        expect(understood(once)).toBe(once)
      }),
      { numRuns: 3000 },
    )
  })

  it('gives every part its place in the query', () => {
    const inside = (node: QueryNode, length: number): void => {
      expect(node.start).toBeGreaterThanOrEqual(0)
      expect(node.end).toBeGreaterThan(node.start)
      expect(node.end).toBeLessThanOrEqual(length)
      if ('children' in node) for (const child of node.children) inside(child, length)
      if (node.type === 'not') inside(node.child, length)
    }
    fc.assert(
      fc.property(anyText, (text) => {
        const { root } = parseQuery(text)
        if (root !== undefined) inside(root, text.length)
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['military cooperation', 'military cooperation'],
    ['military AND cooperation', 'military cooperation'],
    ['"military cooperation"', '"military cooperation"'],
    ['«coopération militaire»', '"coopération militaire"'],
    ['“military cooperation”', '"military cooperation"'],
    ['coop*', 'coop*'],
    ['-tourism cooperation', '-tourism cooperation'],
    ['NOT tourism', '-tourism'],
    ['tourism OR aviation', 'tourism OR aviation'],
    ['tourisme OU aviation', 'tourisme OR aviation'],
    ['visa (tourism OR aviation)', 'visa (tourism OR aviation)'],
    ['-(a b)', '-(a b)'],
    ['--a', 'a'],
    ['tag:cooperation/military', 'tag:cooperation/military'],
    ['tag:"two words"', 'tag:"two words"'],
    ['étiquette:a', 'tag:a'],
    ['وسم:تعاون', 'tag:تعاون'],
    ['KIND:Agreement', 'kind:agreement'],
    ['lang:français', 'lang:fr'],
    ['issued:2025-06-01..2025-06-30', 'issued:2025-06-01/2025-06-30'],
    ['issued:2025', 'issued:2025'],
    ['issued:none', 'issued:none'],
    ['=agreement', '=agreement'],
    ['="two words"', '"two words"'],
    ['=co-operation', '"co-operation"'],
    ['Karuretwa~1', 'Karuretwa~1'],
    ['Karuretwa~', 'Karuretwa~1'],
    ['"defence agreement"~5', '"defence agreement"~5'],
    ['title:coop*', 'title:coop*'],
    ['titre:"accord de défense"', 'title:"accord de défense"'],
    ['title:(joint OR mixed)', 'title:joint OR title:mixed'],
    ['text:-agreement', 'text:agreement'],
    ['issued:last-year', 'issued:last-year'],
    ['issued:"année dernière"', 'issued:last-year'],
    ['تاريخ:العام-الماضي', 'issued:last-year'],
    ['تاريخ:٢٠٢٥', 'issued:2025'],
    ['issued:"June 2025"', 'issued:2025-06'],
    ['issued:"18 janvier 2026"', 'issued:2026-01-18'],
    ['kind:بيان-مشترك', 'kind:joint-communique'],
    ['genre:"communiqué de presse"', 'kind:press-release'],
    ['has:étiquettes', 'has:tag'],
    ['imported:today', 'imported:today'],
    ['tourisme SAUF visa', 'tourisme -visa'],
    ['السياحة أو الطيران', 'السياحة OR الطيران'],
    ['personne:Diallo', 'person:Diallo'],
    ['mentionne:"juin 2025"', 'mentions:2025-06'],
    ['pays:Maroc -élargir:accord', 'country:Maroc -widen:accord'],
    ['طرف:المغرب', 'party:المغرب'],
    ['توسيع:لا', 'widen:none'],
    ['*', ''],
    ['OR', ''],
    ['()', ''],
    ['""', ''],
    ['', ''],
    ['🤝', ''],
  ])('reads %s as %s', (typed, read) => {
    expect(understood(typed)).toBe(read)
  })

  it.each([
    ['"military cooperation', 'quote-not-closed'],
    ['(tourism', 'bracket-as-text'],
    ['tourism)', 'bracket-as-text'],
    ['RDF: x', 'unknown-field'],
    ['tag:', 'field-without-value'],
    ['kind:banana', 'unknown-kind'],
    ['lang:klingon', 'unknown-language'],
    ['issued:someday', 'unknown-date'],
    ['has:wings', 'unknown-having'],
    ['ab~1', 'misspelling-not-sought'],
    [`${'a'.repeat(33)}~1`, 'misspelling-not-sought'],
    ['word~1 '.repeat(9), 'misspelling-not-sought'],
    ['wo* '.repeat(21), 'prefixes-too-many'],
    [`"${'two words '.repeat(101)}"`, 'query-shortened'],
    ['a-'.repeat(201), 'query-shortened'],
    ['-tourism', 'only-negative'],
    ['a*', 'prefix-too-short'],
  ])('says how it took %s', (typed, notice) => {
    expect(noticesOf(typed)).toContain(notice)
  })

  it('reads the beginning of a query that is too long, and says so', () => {
    expect(noticesOf('word '.repeat(250))).toEqual(['query-shortened'])
  })

  it('answers brackets in brackets without end', () => {
    expect(understood(`${'('.repeat(5000)}accord${')'.repeat(5000)}`)).toBe('accord')
  })
})
