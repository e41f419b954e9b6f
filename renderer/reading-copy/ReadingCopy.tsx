import { useEffect, useMemo, useState } from 'react'
import type { ReadingContents, ReadingDocument } from '../../electron/contract/reading-copy.ts'
import { directionOf } from '../src/texts/i18n.ts'
import { Agreements } from './Agreements.tsx'
import { Check } from './Check.tsx'
import { Documents } from './Documents.tsx'
import { Reader } from './Reader.tsx'
import type { AskedWord } from '../../electron/engine/language/reading-terms.ts'
import {
  type PageLanguage,
  WordsContext,
  pageLanguages,
  preferredLanguage,
  useWords,
  wordsOf,
} from './texts/reading-texts.ts'
import { Timeline } from './Timeline.tsx'

interface Package {
  readonly contents: ReadingContents
  readonly documents: readonly ReadingDocument[]
}

const views = ['documents', 'agreements', 'timeline', 'check'] as const
type View = (typeof views)[number]

/** The document that the address names: `index.html#01ARZ3…`. */
const documentInAddress = (documents: readonly ReadingDocument[]): number | undefined => {
  const at = documents.findIndex(({ id }) => `#${id}` === location.hash)
  return at < 0 ? undefined : at
}

function LanguageChoice({
  language,
  onChange,
}: {
  readonly language: PageLanguage
  readonly onChange: (language: PageLanguage) => void
}) {
  const { texts } = useWords()
  return (
    <label className="language">
      <span className="aside">{texts.language}</span>
      <select value={language} onChange={(event) => onChange(event.target.value as PageLanguage)}>
        {Object.entries(pageLanguages).map(([code, name]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

function Pages({ contents, documents }: Package) {
  const { texts } = useWords()
  const [view, setView] = useState<View>('documents')
  const [open, setOpen] = useState(() => documentInAddress(documents))
  const [words, setWords] = useState<readonly AskedWord[]>([])
  const show = (document: number | undefined): void => {
    setOpen(document)
    history.replaceState(null, '', document === undefined ? '#' : `#${documents[document]?.id ?? ''}`)
  }
  const opened = open === undefined ? undefined : documents[open]
  return (
    <>
      <nav aria-label={texts.views}>
        {views.map((each) => (
          <button
            key={each}
            type="button"
            aria-current={each === view ? 'page' : undefined}
            onClick={() => setView(each)}
          >
            {texts[each]}
          </button>
        ))}
      </nav>
      <div className={opened === undefined ? 'columns' : 'columns reading'}>
        <main>
          <div hidden={view !== 'documents'}>
            <Documents {...{ contents, documents, open }} onOpen={show} onWords={setWords} />
          </div>
          {view === 'agreements' && <Agreements agreements={contents.agreements} {...{ documents }} onOpen={show} />}
          {view === 'timeline' && <Timeline happenings={contents.happenings} {...{ documents }} onOpen={show} />}
          {view === 'check' && <Check />}
        </main>
        {opened !== undefined && open !== undefined && (
          <Reader
            key={opened.id}
            {...{ contents, words }}
            document={opened}
            place={open}
            onClose={() => show(undefined)}
          />
        )}
      </div>
    </>
  )
}

/** The whole page of a reading copy. */
export function ReadingCopy({ contents, documents }: Package) {
  const [language, setLanguage] = useState(preferredLanguage)
  const words = useMemo(() => wordsOf(language), [language])
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = directionOf(language)
  }, [language])
  return (
    <WordsContext value={words}>
      <header>
        <div>
          <h1 dir="auto">{contents.title}</h1>
          <p className="aside">
            {words.say(words.texts.from, { archive: contents.archive, date: words.date(contents.date) })}
          </p>
        </div>
        <LanguageChoice language={language} onChange={setLanguage} />
      </header>
      <Pages contents={contents} documents={documents} />
    </WordsContext>
  )
}
