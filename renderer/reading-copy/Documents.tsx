import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { ReadingContents, ReadingDocument } from '../../electron/contract/reading-copy.ts'
import { FilterRow } from './FilterRow.tsx'
import { type Filters, narrow } from './filters.ts'
import type { AskedWord } from '../../electron/engine/language/reading-terms.ts'
import { usePhrases } from './phrases.ts'
import { loadIndex, search } from './search.ts'
import { useWords } from './texts/reading-texts.ts'

const orders = ['best', 'newest', 'oldest'] as const
type Order = (typeof orders)[number]

const shownAtOnce = 100
const none: readonly AskedWord[] = []

interface Props {
  readonly contents: ReadingContents
  readonly documents: readonly ReadingDocument[]
  readonly open: number | undefined
  readonly onOpen: (document: number) => void
  readonly onWords: (words: readonly AskedWord[]) => void
}

/** Loads the index once the page stands, and says how far it is. */
function useIndex(contents: ReadingContents, setError: (file: string) => void): number {
  const [share, setShare] = useState(0)
  useEffect(() => {
    loadIndex(contents, setShare).catch((reason: unknown) => setError((reason as Error).message))
  }, [contents, setError])
  return share
}

function Item({
  document,
  isOpen,
  onOpen,
}: {
  readonly document: ReadingDocument
  readonly isOpen: boolean
  readonly onOpen: () => void
}) {
  const { texts, date } = useWords()
  const language = document.language === 'und' ? undefined : document.language
  return (
    <li>
      <button type="button" className="document" aria-current={isOpen || undefined} onClick={onOpen}>
        <strong dir="auto" lang={language}>
          {document.title}
        </strong>
        <span className="aside">
          {[texts.kinds[document.kind], date(document.issued), texts.languages[document.language]].join(' · ')}
        </span>
        {document.summary !== '' && (
          <span className="summary" dir="auto" lang={language}>
            {document.summary}
          </span>
        )}
      </button>
    </li>
  )
}

function inOrder(documents: readonly ReadingDocument[], places: readonly number[], order: Order): readonly number[] {
  if (order === 'best') return places
  const issued = (place: number): string => documents[place]?.issued ?? ''
  const direction = order === 'newest' ? -1 : 1
  // Documents without a date come last, whichever way time runs.
  return [...places].sort((a, b) => {
    const [one, other] = [issued(a), issued(b)]
    if (one === other) return a - b
    if (one === '' || other === '') return one === '' ? 1 : -1
    return one < other ? -direction : direction
  })
}

function List({
  documents,
  places,
  open,
  onOpen,
}: Pick<Props, 'documents' | 'open' | 'onOpen'> & { readonly places: readonly number[] }) {
  const { texts, say } = useWords()
  const [shown, setShown] = useState(shownAtOnce)
  const left = places.length - shown
  return (
    <>
      <ol className="documents" aria-label={texts.documents}>
        {places.slice(0, shown).map((place) => {
          const document = documents[place]
          return (
            document && (
              <Item key={document.id} {...{ document }} isOpen={place === open} onOpen={() => onOpen(place)} />
            )
          )
        })}
      </ol>
      {left > 0 && (
        <button type="button" onClick={() => setShown(shown + shownAtOnce)}>
          {say(texts.more, { count: Math.min(left, shownAtOnce) })}
        </button>
      )}
    </>
  )
}

/** Everything that the package holds, searched, narrowed and ordered. */
export function Documents({ contents, documents, open, onOpen, onWords }: Props) {
  const { texts, say, percent } = useWords()
  const [question, setQuestion] = useState('')
  const [filters, setFilters] = useState<Filters>({})
  const [order, setOrder] = useState<Order>('best')
  const [error, setError] = useState<string>()
  const share = useIndex(contents, setError)
  const asked = useDeferredValue(question)
  // The share is a reason to ask again: what is loaded since may hold answers.
  const found = useMemo(() => ({ share, answer: search(asked) }).answer, [asked, share])
  const looked = usePhrases(found, contents, documents, setError)
  const confirmed = looked?.confirmed
  const candidates = useMemo(() => {
    const places = found === undefined ? [...documents.keys()] : [...found.documents.keys()]
    return confirmed === undefined ? places : places.filter((place) => confirmed.has(place))
  }, [documents, found, confirmed])
  const places = useMemo(
    () => inOrder(documents, narrow(documents, candidates, filters), order),
    [documents, candidates, filters, order],
  )
  useEffect(() => onWords(found?.words ?? none), [found, onWords])
  return (
    <>
      <form role="search" onSubmit={(event) => event.preventDefault()}>
        <input
          type="search"
          aria-label={texts.search}
          placeholder={texts.searchHint}
          dir="auto"
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
        />
        <select aria-label={texts.order} value={order} onChange={(event) => setOrder(event.target.value as Order)}>
          {orders.map((each) => (
            <option key={each} value={each}>
              {texts[each]}
            </option>
          ))}
        </select>
      </form>
      <FilterRow {...{ documents, candidates, filters }} onChange={setFilters} />
      <p role="status">
        {say(texts.found, { count: places.length, total: documents.length })}
        {found?.hasAllWords === false && places.length > 0 && ` ${texts.notAllWords}`}
        {looked !== undefined &&
          looked.share < 1 &&
          error === undefined &&
          ` ${say(texts.checkingPhrases, { percent: percent(looked.share) })}`}
        {share < 1 &&
          documents.length > 0 &&
          error === undefined &&
          ` ${say(texts.loadingIndex, { percent: percent(share) })}`}
      </p>
      {error !== undefined && <p role="alert">{say(texts.notThere, { file: error })}</p>}
      <List key={`${asked} ${order} ${JSON.stringify(filters)}`} {...{ documents, places, open, onOpen }} />
    </>
  )
}
