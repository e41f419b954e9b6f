import type { ReadingDocument } from '../../electron/contract/reading-copy.ts'
import { type FilterName, type Filters, countValues, filterNames } from './filters.ts'
import { type Words, useWords } from './texts/reading-texts.ts'

interface Props {
  readonly documents: readonly ReadingDocument[]
  readonly candidates: readonly number[]
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
}

function nameOf(words: Words, name: FilterName, value: string): string {
  if (name === 'kind') return words.texts.kinds[value as ReadingDocument['kind']]
  if (name === 'writtenIn') return words.texts.languages[value as ReadingDocument['language']]
  return value
}

function Filter({ name, documents, candidates, filters, onChange }: Props & { readonly name: FilterName }) {
  const words = useWords()
  const counts = countValues(documents, candidates, filters, name)
  const chosen = filters[name]
  if (counts.size === 0 && chosen === undefined) return null
  if (chosen !== undefined && !counts.has(chosen)) counts.set(chosen, 0)
  const values = [...counts].map(([value, count]) => ({ value, count, text: nameOf(words, name, value) }))
  values.sort((a, b) => (name === 'year' ? (a.value < b.value ? 1 : -1) : words.sort(a.text, b.text)))
  const choose = (value: string): void => {
    const others = Object.fromEntries(Object.entries(filters).filter(([other]) => other !== name))
    onChange(value === '' ? others : { ...others, [name]: value })
  }
  return (
    <label>
      <span className="aside">{words.texts[name]}</span>
      <select value={chosen ?? ''} onChange={(event) => choose(event.target.value)}>
        <option value="">{words.texts.all}</option>
        {values.map(({ value, count, text }) => (
          <option key={value} value={value}>
            {`${text} (${words.number(count)})`}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The filters, each with how many documents every value would leave. */
export function FilterRow(props: Props) {
  const { texts } = useWords()
  return (
    <div role="group" aria-label={texts.filters} className="filters">
      {filterNames.map((name) => (
        <Filter key={name} name={name} {...props} />
      ))}
    </div>
  )
}
