import type { Language } from '../../contract/vocabulary.ts'
import { readNames } from './names/read-names.ts'

/** Who a text says has issued it, and the words that say so. */
export interface IssuerFinding {
  readonly issuer: string
  readonly start: number
  readonly end: number
  readonly rule: 'letterhead' | 'lead-subject'
  readonly confidence: number
}

const headLength = 1500
/** A letterhead is a line that is a body's name and hardly anything else. */
const shareOfLine = 0.7
/** The words between the head of a lead and the body that it is about: an article, a dateline. */
const leadIn = /^(?:[^\n]{0,60}[–—-]\s*)?(?:the|le|la|les|l['’])?\s*$/iu
/** What a body that issues a text does in its first sentence. */
const announces =
  /^[^.]{0,40}?(?<![\p{L}])(?:announces?|announced|said|says|confirms?|confirmed|welcomes?|welcomed|wishes|regrets?|condemns?|informs?|presents|issued|annonce|informe|confirme|salue|présente|communique|se félicite|condamne|(?:ت|ي)?علن|أعلنت?|(?:ت|ي)ؤكد|أكدت?|(?:ت|ي)فيد|أفادت?)(?![\p{L}])/iu

/** Bodies that are read by their own words, not groups of people or capitals that may be anything. */
const isBody = (rule: string): boolean => !['body:group', 'body:acronym', 'body:regime', 'body:short'].includes(rule)

/**
 * The body that issued a text: the one whose name is a line of its own above the text, else the one whose announcement the first
 * sentence is. `undefined` where the text does not say so plainly.
 */
export function findIssuer(text: string, language: Language): IssuerFinding | undefined {
  const head = text.slice(0, headLength)
  const bodies = readNames({ text: head, passages: [{ start: 0, end: head.length, language }], issued: '' }).filter(
    ({ type, rule }) => type === 'organisation' && isBody(rule),
  )
  for (const { start, end, value } of bodies) {
    const from = head.lastIndexOf('\n', start - 1) + 1
    const to = head.indexOf('\n', end)
    const line = head.slice(from, to < 0 ? head.length : to).trim()
    const isAbove = from < headLength / 2 && to >= 0
    if (isAbove && line.length > 0 && (end - start) / line.length >= shareOfLine && !/[.!?]$/u.test(line))
      return { issuer: value, start, end, rule: 'letterhead', confidence: 0.8 }
  }
  for (const { start, end, value } of bodies) {
    const from = head.lastIndexOf('\n', start - 1) + 1
    const before = head.slice(from, start)
    const verbFirst = /(?:علن|أعلنت?|ؤكد|أكدت?|فيد|أفادت?)\s*$/u.test(before)
    if ((leadIn.test(before) && announces.test(head.slice(end, end + 120))) || verbFirst)
      return { issuer: value, start, end, rule: 'lead-subject', confidence: 0.6 }
  }
  return undefined
}
