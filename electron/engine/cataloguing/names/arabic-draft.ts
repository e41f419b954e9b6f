import type { ArabicForm } from './arabic-tokens.ts'
import type { Draft, Reading } from './draft.ts'

/** A name with the place after its last word. */
export interface ArabicStep {
  readonly draft: Draft
  readonly end: number
}

/** A draft for Arabic words of which the first is read in one of its forms. */
export function arabicDraft(
  { text, tokens }: Reading,
  type: Draft['type'],
  from: number,
  to: number,
  form: ArabicForm,
  rest: Pick<Draft, 'rule' | 'confidence'> & Partial<Draft>,
): Draft {
  const start = (tokens[from]?.start ?? 0) + form.skip
  const end = tokens[to - 1]?.end ?? start
  const written = text.slice(start, end).replaceAll(/\s+/g, ' ')
  const name = form.hasLostAlif ? `ا${written}` : written
  return { name, ...rest, type, from: start, to: end }
}
