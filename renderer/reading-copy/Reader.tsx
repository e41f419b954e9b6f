import { Fragment, useEffect, useRef, useState } from 'react'
import type { ReadingContents, ReadingDocument } from '../../electron/contract/reading-copy.ts'
import { load } from './archive.ts'
import { markText } from './marks.ts'
import type { AskedWord } from '../../electron/engine/language/reading-terms.ts'
import { useWords } from './texts/reading-texts.ts'

interface Props {
  readonly contents: ReadingContents
  readonly document: ReadingDocument
  /** The document's place in the package. */
  readonly place: number
  readonly words: readonly AskedWord[]
  readonly onClose: () => void
}

function usePages(
  { textsInFile }: ReadingContents,
  place: number,
): { readonly pages?: readonly string[]; readonly error?: string } {
  const [state, setState] = useState<{ readonly pages?: readonly string[]; readonly error?: string }>({})
  useEffect(() => {
    load('texts', Math.floor(place / textsInFile)).then(
      (texts) => setState({ pages: texts[place % textsInFile] ?? [] }),
      (error: unknown) => setState({ error: (error as Error).message }),
    )
  }, [place, textsInFile])
  return state
}

function Facts({ document }: Pick<Props, 'document'>) {
  const { texts, date } = useWords()
  const facts: readonly (readonly [string, string])[] = [
    [texts.kind, texts.kinds[document.kind]],
    [texts.issued, date(document.issued)],
    [texts.issuer, document.issuer],
    [texts.place, document.place],
    [texts.reference, document.reference],
    [texts.writtenIn, texts.languages[document.language]],
    [texts.tag, document.tags.join(', ')],
    [texts.fixity, document.sha256],
  ]
  return (
    <dl>
      {facts.map(([name, value]) =>
        value === '' ? null : (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </Fragment>
        ),
      )}
    </dl>
  )
}

/** A page of the text, paragraph by paragraph, each in its own direction, with what was asked for marked. */
function Page({ text, words }: { readonly text: string; readonly words: readonly AskedWord[] }) {
  return text.split(/\n\s*\n/).map((paragraph, at) => (
    <p key={at} dir="auto">
      {markText(paragraph, words).map((stretch, number) =>
        stretch.isHit ? <mark key={number}>{stretch.text}</mark> : <Fragment key={number}>{stretch.text}</Fragment>,
      )}
    </p>
  ))
}

/** One document: what is known of it, its text, and the way to its original. */
export function Reader({ contents, document, place, words, onClose }: Props) {
  const { texts, say } = useWords()
  const { pages, error } = usePages(contents, place)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const language = document.language === 'und' ? undefined : document.language
  return (
    <article className="reader" aria-label={document.title}>
      <div className="tools">
        {document.original === '' ? <span>{texts.noOriginal}</span> : <a href={document.original}>{texts.original}</a>}
        <a href={document.text}>{texts.plainText}</a>
        <button type="button" onClick={() => window.print()}>
          {texts.print}
        </button>
        <button type="button" onClick={onClose}>
          {texts.close}
        </button>
      </div>
      <h2 ref={heading} tabIndex={-1} dir="auto" lang={language}>
        {document.title}
      </h2>
      <Facts document={document} />
      {error !== undefined && <p role="alert">{say(texts.notThere, { file: error })}</p>}
      {pages === undefined && error === undefined && <p role="status">{texts.reading}</p>}
      <div className="text" lang={language}>
        {pages?.map((text, at) => (
          <section key={at} aria-label={say(texts.page, { number: at + 1 })}>
            {pages.length > 1 && <p className="aside page-number">{say(texts.page, { number: at + 1 })}</p>}
            <Page {...{ text, words }} />
          </section>
        ))}
      </div>
    </article>
  )
}
