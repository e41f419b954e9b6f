import { formatEdtf } from '../../contract/edtf-text.ts'
import type { DocumentRecord } from '../../contract/schemas.ts'
import type { DocumentKind } from '../../contract/vocabulary.ts'

export type CitationLanguage = 'en' | 'fr' | 'ar'

type Facts = Pick<DocumentRecord, 'id' | 'title' | 'kind' | 'issuer' | 'place' | 'issued' | 'reference' | 'file'>

/** Words of the document that are quoted, and the page where they stand. */
export interface Quotation {
  readonly text: string
  readonly page: number
}

interface Wording {
  readonly locale: string
  readonly kinds: Readonly<Record<DocumentKind, string>>
  readonly quote: (text: string) => string
  readonly page: (page: number) => string
  readonly undated: string
  readonly comma: string
  readonly inArchive: (title: string, id: string) => string
}

const wordings: Readonly<Record<CitationLanguage, Wording>> = {
  en: {
    locale: 'en-GB',
    kinds: {
      ...{ 'press-release': 'press release', 'joint-communique': 'joint communiqué', statement: 'statement' },
      ...{ speech: 'speech', agreement: 'agreement', memorandum: 'memorandum of understanding', protocol: 'protocol' },
      ...{ minutes: 'minutes', letter: 'letter', report: 'report', other: '' },
    },
    quote: (text) => `“${text}”`,
    page: (page) => `p. ${page}`,
    undated: 'undated',
    comma: ', ',
    inArchive: (title, id) => `${title}, document ${id}`,
  },
  fr: {
    locale: 'fr',
    kinds: {
      ...{ 'press-release': 'communiqué de presse', 'joint-communique': 'communiqué conjoint' },
      ...{ statement: 'déclaration', speech: 'discours', agreement: 'accord', memorandum: 'mémorandum d’entente' },
      ...{ protocol: 'protocole', minutes: 'procès-verbal', letter: 'lettre', report: 'rapport', other: '' },
    },
    quote: (text) => `«\u00a0${text}\u00a0»`,
    page: (page) => `p.\u00a0${page}`,
    undated: 'sans date',
    comma: ', ',
    inArchive: (title, id) => `${title}, document ${id}`,
  },
  ar: {
    locale: 'ar-u-nu-latn',
    kinds: {
      ...{ 'press-release': 'بيان صحفي', 'joint-communique': 'بيان مشترك', statement: 'تصريح', speech: 'خطاب' },
      ...{ agreement: 'اتفاقية', memorandum: 'مذكرة تفاهم', protocol: 'بروتوكول', minutes: 'محضر' },
      ...{ letter: 'رسالة', report: 'تقرير', other: '' },
    },
    quote: (text) => `«${text}»`,
    page: (page) => `ص ${page}`,
    undated: 'بدون تاريخ',
    comma: '، ',
    inArchive: (title, id) => `${title}، الوثيقة ${id}`,
  },
}

/**
 * A citation in prose: quotation and page where there is one, title, kind, issuer, place, date, reference number, the archive with the
 * id that stays, and the SHA-256 of the original, by which anybody can tell that the text is the one that was cited.
 */
export function citeDocument(
  facts: Facts,
  archiveTitle: string,
  language: CitationLanguage,
  quotation?: Quotation,
): string {
  const wording = wordings[language]
  const { comma } = wording
  const date = facts.issued === '' ? wording.undated : formatEdtf(facts.issued, wording.locale)
  const about = [wording.kinds[facts.kind], facts.issuer, facts.place, date, facts.reference].filter(
    (part) => part !== '',
  )
  const quoted = quotation === undefined ? '' : `${wording.quote(quotation.text)} `
  const page = quotation === undefined ? '' : `${comma}${wording.page(quotation.page)}`
  const source = wording.inArchive(archiveTitle, facts.id)
  return `${quoted}${facts.title}${comma}${about.join(comma)}${page}. ${source}. SHA-256 ${facts.file.sha256}.`
}
