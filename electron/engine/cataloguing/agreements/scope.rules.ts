import type { Clause } from '../../../contract/schemas.ts'

/** What opens the list of what an agreement is about: `includes joint training, ...`, `in the following areas: (a) ...`. */
const opening =
  /(?<![\p{L}])(?:includes?|covers?|provides? for|(?:areas?|fields?)(?: of (?:cooperation|work))?(?: (?:named|listed|set out|given) [^:.\n]{0,60})?\s*:|in (?:\p{L}+ )?(?:areas?|fields?)(?: of (?:cooperation|work))?\s*:|comprend|couvre|porte sur|domaines?(?: de coopération)?(?:[^:.\n]{0,60})\s*:|(?:و)?[تي]شمل|(?:و)?[تي]غطي|(?:ال)?مجالات[^:.\n]{0,60}:)(?![\p{L}])/giu
/** An instrument in the singular beside the opening: a list of several agreements is no list of areas. */
const instrument =
  /(?<![\p{L}])(?:agreement|accord|treaty|convention|protocol|memorandum|traité|protocole|mémorandum|parties|الاتفاقية|الاتفاق|المعاهدة|البروتوكول|المذكرة|الطرفان|اتفاقية)(?![\p{L}])/iu
const several = /(?<![\p{L}])(?:agreements|accords|treaties|اتفاقيات|الاتفاقيات)(?![\p{L}])/iu

/** So far before an opening the instrument stands, and so far behind it the list goes. */
const reachBefore = 260
const longestList = 900
const fewestAreas = 3
const mostAreas = 12

const bullet = /^[\s•·*–—-]*(?:\(?[a-z\d]{1,2}[).]|\(?[\u0621-\u064A]\u0640?\)|[\d\u0660-\u0669]{1,2}[-.)])\s+/u
const open = /^(?:and |et |و)?(?:any|all|such|other|tout|toute|tous|autre|أي|غير)(?![\p{L}])/iu
/** What is said of an area more closely. */
const closer = /,?\s+(?:including|y compris|notamment|such as|بما في ذلك|بما فيها)(?![\p{L}]).*$/isu

/** One area of a list, without its bullet and what is said of it more closely; empty for what is none. */
function areaOf(written: string): string {
  const plain = written
    .replace(bullet, '')
    .replace(/^[\s•·*–—-]+/u, '')
    .replace(/\s+/gu, ' ')
    .replace(closer, '')
    .trim()
  const bare = plain.replace(/^(?:and|et|ainsi que)\s+/iu, '').replace(/^و(?=ال?[\u0621-\u064A]{3})/u, '')
  const first =
    bare
      .split(/[,،]/u)[0]
      ?.replace(/[.;؛:]+$/u, '')
      .trim() ?? ''
  return open.test(first) || first.length < 4 || first.length > 70 || first.split(' ').length > 9 ? '' : first
}

/** The items of a list with bullets, one a line, or of a list in a sentence. */
function itemsOf(list: string): string[] {
  const lines = list.split('\n').filter((line) => line.trim() !== '')
  const marked = lines.filter((line) => bullet.test(line))
  if (marked.length >= fewestAreas) return marked.map(areaOf)
  // HTML lists lose their bullets: short lines that end with a semicolon or a comma.
  const short = lines.slice(0, mostAreas + 1).filter((line) => /[;؛,،.]\s*$/u.test(line) && line.length < 160)
  if (short.length >= fewestAreas && lines.indexOf(short[0] ?? '') <= 1) return short.map(areaOf)
  const [sentence = ''] = list.split(/\.(?:\s|$)|\n\s*\n|[;؛]/u)
  return sentence
    .replace(/\s+/gu, ' ')
    .split(/,\s*(?:and\s+|et\s+)?|،\s*|\s+(?:and|et)\s+(?=[^,،]*$)|\s+و(?=[\u0621-\u064A]{3}[^,،]*$)/u)
    .map(areaOf)
}

/** The areas of the list that begins at a place; fewer than three, or more than twelve, are no such list. */
export function areasAt(text: string, start: number): string[] {
  const items = itemsOf(text.slice(start, start + longestList))
  const end = items.findIndex((item) => item === '')
  const areas = (end < 0 ? items : items.slice(0, end)).slice(0, mostAreas + 1)
  return areas.length < fewestAreas || areas.length > mostAreas ? [] : [...new Set(areas)]
}

/** What led to the signing: `signed after a meeting between ...`, `lors d'une rencontre entre ...`. */
const occasion =
  /(?:\bsigned\b[^.\n]{0,80}?\b(?:after|at|during|following)\s+(?<en>(?:a|the)\s+(?:meeting|visit|talks)\s+(?:between|of)[^.;\n]{5,260}?)(?=,\s+(?:includes?|covers?|provides?|which|and that)\b|\blast\b|[.;\n]|$)|(?<![\p{L}])signée?s?(?![\p{L}])[^.\n]{0,80}?(?<![\p{L}])(?:lors|à l['’]issue|au cours)\s+(?<fr>d(?:e la|['’]une|u)\s+(?:rencontre|réunion|visite|entretien)[^.;\n]{5,260}?)(?=,\s+(?:comprend|couvre|porte)|[.;\n]|$)|(?:وُ?قّ?عت?|الموقعة?|توقيع)[^.\n]{0,80}?(?:خلال|عقب|إثر|بعد)\s+(?<ar>(?:ال)?لقاء[^.;\n]{5,260}?)(?=،|[.;\n]|$))/giu

interface Found {
  readonly clause: Clause
  /** Where it stands in the whole text. */
  readonly at: number
}

/** What a text says of the scope of agreements and of the occasion of their signing, each with its place. */
export function readScopes(text: string): Found[] {
  const found: Found[] = []
  for (const { index, 0: words } of text.matchAll(opening)) {
    const before = text.slice(Math.max(0, index - reachBefore), index)
    const sentence = before.slice(Math.max(before.lastIndexOf('. ') + 1, before.lastIndexOf('\n\n') + 1))
    if (
      !instrument.test(sentence) ||
      (several.test(sentence) && !/(?<![\p{L}])(?:said|ledit|المذكورة)/iu.test(sentence))
    )
      continue
    const areas = areasAt(text, index + words.length)
    if (areas.length === 0) continue
    const clause: Clause = { type: 'areas', start: index, end: index + words.length, text: areas.join('; ') }
    found.push({ clause, at: index })
  }
  for (const match of text.matchAll(occasion)) {
    const { en, fr, ar } = match.groups ?? {}
    const written = (en ?? fr ?? ar ?? '').replace(/\s+/gu, ' ').trim()
    const words = written.replace(/^d(?:e |['’]|u )/u, '')
    if (words === '') continue
    found.push({
      clause: { type: 'occasion', start: match.index, end: match.index + match[0].length, text: words },
      at: match.index,
    })
  }
  return found
}
