import type { DescribedField, Evidence } from '../../contract/schemas.ts'
import type { Language } from '../../contract/vocabulary.ts'
import type { Description } from './analysed-document.ts'
import { findDateline } from './datelines.rules.ts'
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
    readonly author?: string
  }
}

type EvidenceOf = Partial<Record<DescribedField, Evidence>>

const referencePattern =
  /(?:\b(?:no|ref|réf|reference|référence|n)\b\s*[.°º:]+\s*:?\s*|(?:رقم|المرجع)\s*:?\s*)(?<reference>[\p{Lu}\d][\p{L}\d]*(?:[/.-][\p{L}\d]+){1,6})|\b(?<symbol>[AES]\/(?:RES|PV|INF|\d+)\/[\dA-Z/.]+)/iu
const longestSummary = 600

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

function describeIssued(input: DescribeInput, text: string, evidence: EvidenceOf): { issued: string; place: string } {
  const dateline = findDateline(text)
  if (dateline?.place !== undefined && dateline.place !== '')
    evidence.place = fromRule(dateline.rule, dateline.confidence, text, Math.max(0, dateline.start - 40), dateline.end)
  if (dateline !== undefined) {
    evidence.issued = fromRule(dateline.rule, dateline.confidence, text, dateline.start, dateline.end)
    return { issued: dateline.value, place: dateline.place }
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
  const head = text.includes(title.slice(0, 40)) ? text : `${title}\n${text}`
  const kind = findKind(head)
  evidence.kind =
    kind.start === undefined
      ? { source: 'rule', rule: kind.rule, confidence: 0.3 }
      : fromRule(kind.rule, 0.8, head, kind.start, kind.end ?? kind.start)
  evidence.language = { source: 'rule', rule: 'function-words', confidence: input.language === 'und' ? 0.3 : 0.9 }
  const issuer = input.ofFile.author?.slice(0, 300) ?? ''
  if (issuer !== '') evidence.issuer = fromFile('author', issuer)
  const reference = describeReference(text, evidence)
  const summary = describeSummary(text, title, evidence)
  return { title, kind: kind.kind, language: input.language, issued, issuer, place, reference, summary, evidence }
}
