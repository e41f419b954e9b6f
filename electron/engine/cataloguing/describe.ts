import type { DescribedField, Evidence } from '../../contract/schemas.ts'
import type { Language } from '../../contract/vocabulary.ts'
import type { Description } from './analysed-document.ts'
import { type DatelineFinding, findDateline, findDoneAt } from './datelines.rules.ts'
import { findIssuer } from './issuer.rules.ts'
import { findKind } from './kinds.rules.ts'
import { findTitle } from './titles.rules.ts'

/** What the rules may look at. `ofFile` holds the fields that the file's format has for the purpose. */
export interface DescribeInput {
  readonly fileName: string
  readonly pages: readonly { readonly text: string }[]
  readonly language: Language
  readonly ofFile: {
    readonly title?: string
    readonly titleField?: string
    readonly issued?: string
    readonly issuedField?: string
  }
}

type EvidenceOf = Partial<Record<DescribedField, Evidence>>

const referencePattern =
  /(?:\b(?:no|ref|réf|reference|référence|n)\b\s*[.°º:]+\s*:?\s*|(?:رقم|المرجع)\s*:?\s*)(?<reference>[\p{Lu}\d][\p{L}\d]*(?:[/.-][\p{L}\d]+){1,6})|\b(?<symbol>[AES]\/(?:RES|PV|INF|\d+)\/[\dA-Z/.]+)/iu
const longestSummary = 600
/** Signatures and annexes follow the closing words of an instrument, so they may stand some pages before its end. */
const pagesOfClosingWords = 4

function fromRule(rule: string, confidence: number, text: string, start: number, end: number): Evidence {
  return { source: 'rule', rule, confidence, page: 1, start, end, text: text.slice(start, Math.min(end, start + 300)) }
}

const fromFile = (rule: string, text: string): Evidence => ({
  source: 'file',
  rule,
  confidence: 0.9,
  text: text.slice(0, 300),
})

function describeTitle(input: DescribeInput, text: string, evidence: EvidenceOf): string {
  const { title, titleField } = input.ofFile
  if (title !== undefined) {
    evidence.title = fromFile(titleField ?? 'file', title)
    return title.slice(0, 1000)
  }
  const found = findTitle(text)
  if (found !== undefined) {
    evidence.title = fromRule('first-line', 0.7, text, found.start, found.end)
    return found.title
  }
  evidence.title = fromFile('file-name', input.fileName)
  return input.fileName.replace(/\p{Cc}/gu, ' ').trim() || '?'
}

/** The stated day of issue and the page that states it: the head of the first page with text, else the end of one of the last. */
function findIssued(
  input: DescribeInput,
  text: string,
): { readonly page: number; readonly text: string; readonly found: DatelineFinding } | undefined {
  const inHead = findDateline(text)
  if (inHead !== undefined)
    return { page: input.pages.findIndex((page) => page.text === text) + 1, text, found: inHead }
  for (let index = input.pages.length - 1; index >= Math.max(0, input.pages.length - pagesOfClosingWords); index--) {
    const page = input.pages[index]?.text ?? ''
    const found = findDoneAt(page)
    if (found !== undefined) return { page: index + 1, text: page, found }
  }
  return undefined
}

function describeIssued(input: DescribeInput, text: string, evidence: EvidenceOf): { issued: string; place: string } {
  const stated = findIssued(input, text)
  if (stated !== undefined) {
    const { page, found } = stated
    const of = (start: number): Evidence => ({
      ...fromRule(found.rule, found.confidence, stated.text, start, found.end),
      page,
    })
    evidence.issued = of(found.start)
    if (found.place !== '') evidence.place = of(Math.max(0, found.start - 40))
    return { issued: found.value, place: found.place }
  }
  const { issued, issuedField } = input.ofFile
  if (issued === undefined) return { issued: '', place: '' }
  evidence.issued = fromFile(issuedField ?? 'file', issued)
  return { issued, place: '' }
}

function describeReference(text: string, evidence: EvidenceOf): string {
  const match = referencePattern.exec(text.slice(0, 1500))
  const reference = match?.groups?.['reference'] ?? match?.groups?.['symbol']
  if (match === null || reference === undefined) return ''
  evidence.reference = fromRule('reference', 0.7, text, match.index, match.index + match[0].length)
  return reference.slice(0, 100)
}

function describeIssuer(text: string, language: Language, evidence: EvidenceOf): string {
  const found = findIssuer(text, language)
  if (found === undefined) return ''
  evidence.issuer = fromRule(found.rule, found.confidence, text, found.start, found.end)
  return found.issuer.slice(0, 300)
}

/** A text names its kind in its title, or else in the lines around it. */
function describeKind(text: string, title: string, evidence: EvidenceOf): Description['kind'] {
  const inTitle = findKind(title)
  const { kind, rule, start, end } = inTitle.kind === 'other' ? findKind(text) : inTitle
  if (start === undefined) evidence.kind = { source: 'rule', rule, confidence: 0.3 }
  else if (inTitle.kind === 'other') evidence.kind = fromRule(rule, 0.8, text, start, end ?? start)
  else
    evidence.kind = {
      source: 'rule',
      rule: rule.replace('head:', 'title:'),
      confidence: 0.9,
      text: title.slice(start, end),
    }
  return kind
}

/** The lead: the first paragraph of running text. */
function describeSummary(text: string, title: string, evidence: EvidenceOf): string {
  for (const match of text.slice(0, 20_000).matchAll(/(?:^|\n\n)(?<paragraph>[^\n](?:[^\n]|\n(?!\n))*)/g)) {
    const paragraph = match.groups?.['paragraph'] ?? ''
    const line = paragraph.replace(/\s+/g, ' ').trim()
    if (line.length < 100 || line === title || !/[.؟!?]/u.test(line)) continue
    const start = match.index + match[0].length - paragraph.length
    evidence.summary = fromRule('lead-paragraph', 0.8, text, start, start + paragraph.length)
    return line.length <= longestSummary ? line : `${line.slice(0, line.lastIndexOf(' ', longestSummary))}…`
  }
  return ''
}

/**
 * Describes a document by rules from its text and its file's own fields. Every value that is not empty has its evidence; what
 * the text does not say plainly is left empty for a person.
 */
export function describeDocument(input: DescribeInput): Description {
  const text = input.pages.find((page) => page.text.trim() !== '')?.text ?? ''
  const evidence: EvidenceOf = {}
  const title = describeTitle(input, text, evidence)
  const { issued, place } = describeIssued(input, text, evidence)
  const kind = describeKind(text, title, evidence)
  evidence.language = { source: 'rule', rule: 'function-words', confidence: input.language === 'und' ? 0.3 : 0.9 }
  const issuer = describeIssuer(text, input.language, evidence)
  const reference = describeReference(text, evidence)
  const summary = describeSummary(text, title, evidence)
  return { title, kind, language: input.language, issued, issuer, place, reference, summary, evidence }
}
