import type { ReadingAgreement, ReadingDocument } from '../../electron/contract/reading-copy.ts'
import { useWords } from './texts/reading-texts.ts'

interface Props {
  readonly agreements: readonly ReadingAgreement[]
  readonly documents: readonly ReadingDocument[]
  readonly onOpen: (document: number) => void
}

type Link = ReadingAgreement['links'][number]

function Links({
  title,
  links,
  documents,
  onOpen,
}: Omit<Props, 'agreements'> & { readonly title: string; readonly links: readonly Link[] }) {
  const { date } = useWords()
  if (links.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {links.map(({ document: place, words }, at) => {
          const document = documents[place]
          return (
            document && (
              <li key={at}>
                <button type="button" className="link" dir="auto" onClick={() => onOpen(place)}>
                  {document.title}
                </button>
                <span className="aside"> {date(document.issued)}</span>
                <blockquote dir="auto">{words}</blockquote>
              </li>
            )
          )
        })}
      </ul>
    </>
  )
}

/** The agreements that the documents carry or cite, each with the words that name it. */
export function Agreements({ agreements, documents, onOpen }: Props) {
  const { texts, date } = useWords()
  if (agreements.length === 0) return <p>{texts.noAgreements}</p>
  return (
    <ul className="cards" aria-label={texts.agreements}>
      {agreements.map(({ id, title, parties, signed, links }) => (
        <li key={id}>
          <h2 dir="auto">{title}</h2>
          <p className="aside">
            {[parties.join(' · '), signed === '' ? '' : `${texts.signed}: ${date(signed)}`]
              .filter((part) => part !== '')
              .join(' — ')}
          </p>
          <Links
            title={texts.textOf}
            links={links.filter(({ role }) => role === 'carries')}
            {...{ documents, onOpen }}
          />
          <Links
            title={texts.citedIn}
            links={links.filter(({ role }) => role === 'cites')}
            {...{ documents, onOpen }}
          />
        </li>
      ))}
    </ul>
  )
}
