import { foldWord } from '../../language/fold.ts'
import type { Draft } from './draft.ts'

const longestAcronym = 12

/** The acronym in brackets after a full name: `Rwanda Defence Force (RDF)`. */
function acronymAfter(text: string, at: number): string | undefined {
  const open = text.charAt(at) === ' ' ? at + 1 : at
  if (text.charAt(open) !== '(') return undefined
  const after = text.slice(open + 1, open + 2 + longestAcronym)
  const close = after.indexOf(')')
  const inside = after.slice(0, Math.max(close, 0))
  if (!/^["“«]?\p{Lu}[\p{L}\d.&-]*["”»]?$/u.test(inside)) return undefined
  return foldWord(inside)
}

/** The full names that a text gives to its acronyms. */
function definedAcronyms(text: string, drafts: readonly Draft[]): Map<string, Draft> {
  const full = new Map<string, Draft>()
  for (const draft of drafts) {
    if (draft.type !== 'organisation' || !draft.name.includes(' ')) continue
    const acronym = acronymAfter(text, draft.to)
    if (acronym !== undefined && !full.has(acronym)) full.set(acronym, draft)
  }
  return full
}

function become(draft: Draft, full: Draft, rule: string, confidence: number): void {
  draft.name = full.name
  draft.rule = rule
  draft.confidence = confidence
  if (full.country !== undefined) draft.country = full.country
}

/** Gives acronyms and short forms the full names of the document's bodies, and leaves out what is no name without one. */
export function joinBodies(text: string, drafts: readonly Draft[]): Draft[] {
  const acronyms = definedAcronyms(text, drafts)
  const latest = new Map<string, Draft>()
  return drafts.filter((draft) => {
    if (draft.type !== 'organisation') return true
    const defined = acronyms.get(foldWord(text.slice(draft.from, draft.to)))
    if (defined !== undefined && defined !== draft) become(draft, defined, 'body:acronym-joined', 0.9)
    if (draft.head === undefined) return true
    if (draft.isBare !== true) {
      latest.set(draft.head, draft)
      return true
    }
    const full = latest.get(draft.head)
    if (full !== undefined) become(draft, full, 'body:short-joined', 0.7)
    return full !== undefined || /^\p{Lu}/u.test(draft.name)
  })
}
