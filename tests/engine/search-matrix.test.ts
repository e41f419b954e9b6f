import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestArchive, anArchive } from '../support/an-archive.ts'

const en =
  'The two ministers met in the capital on Monday and said that their countries would work together on health and on trade.'
const fr =
  'Les deux ministres se sont réunis lundi dans la capitale et ont dit que leurs pays travailleraient ensemble pour la santé.'
const ar = 'التقى الوزيران يوم الاثنين في العاصمة وقالا إن البلدين سيعملان معا في مجال الصحة خلال السنوات المقبلة.'

/** A query, the words that a document has, and whether the query finds it. */
type Pair = readonly [query: string, words: string, isFound: boolean]

const english: readonly Pair[] = [
  ['agreement', 'the agreements were signed', true],
  ['agreements', 'an agreement was signed', true],
  ['signing', 'the treaty was signed', true],
  ['=signing', 'the treaty was signed', false],
  ['=signed', 'the treaty was signed', true],
  ['AGREEMENT', 'agreement', true],
  ['co-operation', 'cooperation of forces', true],
  ['cooperation', 'co-operation of forces', true],
  ['"military cooperation"', 'military co-operation', true],
  ['"cooperation agreement"', 'co-operation agreement', true],
  ['"military cooperation"', 'cooperation of the military', false],
  ['"military cooperation"~3', 'cooperation of the military', true],
  ['"military cooperation"~1', 'cooperation of all the forces and the military', false],
  ['"the military"', 'military', false],
  ['minister', "the minister's office", true],
  ["minister's", 'ministers agreed', true],
  ['UN', 'the U.N. mission', true],
  ['U.N.', 'the UN mission', true],
  ['2500', 'some 2,500 troops', true],
  ['coop*', 'a cooperative', true],
  ['coop*', 'an operation', false],
  ['Karuretwa~1', 'General Karurewa spoke', true],
  ['Karuretwa~1', 'General Karurwa spoke', false],
  ['Karuretwa~2', 'General Karurwa spoke', true],
  ['karuretwa', 'General Karurewa spoke', false],
  ['tourism OR aviation', 'talks on aviation', true],
  ['tourism OR aviation', 'talks on mining', false],
  ['talks -aviation', 'talks on aviation', false],
  ['talks -aviation', 'talks on mining', true],
  ['talks (mining OR fishing)', 'talks on fishing', true],
  ['of the treaty', 'a treaty', true],
  ['resume', 'a résumé', true],
  ['file', 'ﬁle', true],
]
const french: readonly Pair[] = [
  ['accord', 'l’accord de défense', true],
  ["l'accord", 'des accords signés', true],
  ['d’accord', "un accord d'entente", true],
  ['défense', 'LA DEFENSE', true],
  ['defense', 'la Défense', true],
  ['coopérer', 'ils ont coopéré', true],
  ['signature', 'les signatures', true],
  ['=signature', 'les signatures', false],
  ['œuvre', 'la mise en oeuvre', true],
  ['oeuvre', 'la mise en œuvre', true],
  ['garcon', 'un garçon', true],
  ['"accord de défense"', "l'accord de défense", true],
  ['"accord de défense"', 'un accord sur la défense', false],
  ["aujourd'hui", 'réunis aujourd’hui', true],
  ['tourisme SAUF visa', 'tourisme et visas', false],
  ['Côte', 'la Cote d’Ivoire', true],
  ['procès-verbal', 'un procès verbal', true],
  ['franco-tunisien', 'la coopération franco-tunisienne', true],
]
const arabic: readonly Pair[] = [
  ['اتفاقية', 'وقعا الاتفاقية', true],
  ['الاتفاقية', 'اتفاقية جديدة', true],
  ['اتفاقية', 'للاتفاقية أثر', true],
  ['اتفاقية', 'وبالاتفاقية', true],
  ['تعاون', 'والتعاون', true],
  ['احمد', 'قال أحمد', true],
  ['أحمد', 'قال احمد', true],
  ['مستشفى', 'مستشفي كبير', true],
  ['مدرسه', 'في المدرسة', true],
  ['محمد', 'مـحـمـد', true],
  ['محمد', 'مُحَمَّد', true],
  ['سلام', 'ﺳﻼﻡ', true],
  ['2026', 'عام ٢٠٢٦', true],
  ['٢٠٢٦', 'in 2026', true],
  ['=اتفاقية', 'الاتفاقية', false],
  ['"التعاون العسكري"', 'مجال التعاون العسكري', true],
  ['"التعاون العسكري"', 'العسكري و التعاون', false],
  ['السياحة أو الطيران', 'مجال الطيران', true],
  ['مهندس', 'طبيب', false],
  ['الات*', 'الاتفاق', true],
]
const pairs = [
  ...english.map((pair) => [...pair, en] as const),
  ...french.map((pair) => [...pair, fr] as const),
  ...arabic.map((pair) => [...pair, ar] as const),
]

let archive: TestArchive
let remove: () => Promise<void>
beforeAll(async () => {
  const builder = anArchive()
  pairs.forEach(([, words, , around], at) => builder.withFile(`d${at}.txt`, `Number ${at}\n\n${around}\n\n${words}.`))
  ;({ built: archive, remove } = await builder.build())
})
afterAll(() => remove())

describe('a query and a document', () => {
  it.each(pairs.map(([query, words, isFound], at) => ({ query, words, isFound, at })))(
    '$query, asked of "$words": $isFound',
    async ({ query, isFound, at }) => {
      const { hits } = await archive.search(`${query.includes(' OR ') ? `(${query})` : query} file:d${at}.txt`)
      expect(hits.some((hit) => hit.group === 'all' && hit.file.endsWith(`/d${at}.txt`))).toBe(isFound)
    },
  )
})
