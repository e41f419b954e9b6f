import type { ReadingDocument, ReadingHappening } from '../../electron/contract/reading-copy.ts'
import { useWords } from './texts/reading-texts.ts'

interface Props {
  readonly happenings: readonly ReadingHappening[]
  readonly documents: readonly ReadingDocument[]
  readonly onOpen: (document: number) => void
}

function byYear(happenings: readonly ReadingHappening[]): [string, ReadingHappening[]][] {
  const years = new Map<string, ReadingHappening[]>()
  for (const happening of happenings) {
    const year = /^\d{4}/.exec(happening.value)?.[0]
    if (year !== undefined) years.set(year, [...(years.get(year) ?? []), happening])
  }
  for (const [, some] of years) some.sort((a, b) => (a.value < b.value ? -1 : 1))
  return [...years].sort(([a], [b]) => (a < b ? 1 : -1))
}

/** What the documents tell to have happened, by the day of the event and not of its telling. */
export function Timeline({ happenings, documents, onOpen }: Props) {
  const { texts, date } = useWords()
  const years = byYear(happenings)
  if (years.length === 0) return <p>{texts.noTimeline}</p>
  return years.map(([year, some]) => (
    <section key={year} aria-label={year} className="year">
      <h2>{year}</h2>
      <ul>
        {some.map(({ type, value, document, words }, at) => (
          <li key={at}>
            <strong>{date(value)}</strong> {texts.happenings[type]}
            <blockquote dir="auto">{words}</blockquote>
            <button type="button" className="link" dir="auto" onClick={() => onOpen(document)}>
              {documents[document]?.title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  ))
}
