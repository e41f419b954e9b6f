import type { AgreementParty } from '../../../contract/schemas.ts'
import { detectLanguage } from '../../language/detect.ts'
import { findDoneAt } from '../datelines.rules.ts'
import { type AgreementReading, type TextWithMentions, datesBetween } from './agreement-reading.ts'
import { clausesOf } from './clauses.rules.ts'
import { countriesIn, partiesBetween } from './parties.rules.ts'

/** Words that an instrument has and a text about one has not. Each sign counts once. */
const signs: readonly RegExp[] = [
  /\b(?:have|has) agreed (?:as follows|upon the following|on the following)\b/iu,
  /\b(?:sont|est) convenue?s? (?:de ce qui suit|des dispositions suivantes|comme suit)\b/iu,
  /(?:اتفقتا|اتفقا|اتفق الطرفان|اتفقت الأطراف)\s+على\s+ما\s+يلي/u,
  /(?:^|\n)\s*(?:#+\s*)?(?:article|art\.)\s+(?:1|i|premier|one|1er)\b/iu,
  /(?:^|\n)\s*المادة\s+(?:الأولى|1|١|الاولى)/u,
  /\b(?:contracting part(?:y|ies)|hereinafter referred to as|parties? contractantes?|ci-après dénommée?s?)\b/iu,
  /المشار إليه(?:ا|ما|م)? فيما بعد/u,
  /\bin witness whereof\b|\ben foi de quoi\b|وإثبات(?:ا|اً) لذلك|إثباتا لما تقدم/iu,
  /\b(?:done|signed) (?:at|in)\b.{0,120}\b\d{3,4}\b|\bfaite? (?:à|en)\b.{0,120}\b\d{3,4}\b|حُ?ررت? (?:في|ب)/iu,
  /\bshall enter into force\b|\bentrera en vigueur\b|\bentre en vigueur\b|(?:تدخل|يدخل)[^.\n]{0,40}حيز (?:النفاذ|التنفيذ)/iu,
]
/** So many signs make an instrument; two beside a title that says so. */
const enough = 3
const titleOfInstrument =
  /(?:^|\s)(?:agreement|treaty|convention|protocol|accord|traité|protocole|arrangement|memorandum of understanding|mémorandum d['’]entente|اتفاقية|اتفاق|معاهدة|بروتوكول|مذكرة تفاهم)(?:\s|$|[-,])/iu

/** A page or two of head and tail say who made an instrument and when. */
const headLength = 6000
const tailLength = 12_000
const longestHeading = 200

function looksLikeInstrument({ text, title }: TextWithMentions): boolean {
  const head = text.slice(0, headLength * 3)
  const tail = text.slice(-tailLength)
  const found = signs.filter((sign) => sign.test(head) || sign.test(tail)).length
  return found >= enough || (found >= 2 && titleOfInstrument.test(title))
}

const preamblePattern =
  /(?:^|\n)[^\n]{0,60}?(?<parties>(?:the\s+)?(?:governments?|kingdom|republic|states?|swiss federal|high contracting)[^\n]{0,1500}?|(?:le|la|les|sa)\s+(?:gouvernements?|royaume|république|états?|majesté|conseil fédéral|grand)[^\n]{0,1500}?|(?:إن\s+)?(?:حكومة|المملكة|جمهورية)[^\n]{0,800}?)(?:hereinafter|ci-après|desiring|wishing|considering|recognizing|recogni[sz]ing|having|bearing|recalling|reaffirming|noting|convinced|désireux|désirant|considérant|ayant|conscients?|soucieux|rappelant|animés|المشار|رغبة|إذ\s|have agreed|sont convenus)/iu
const forGovernment =
  /(?:for|pour|عن)\s+(?:the\s+|le\s+|la\s+|l['’])?(?:governments?\s+of|gouvernement\s+d[eu]s?|kingdom|royaume|republic|république|حكومة)[^\n;.]{3,120}/giu

function partiesOf({ text, title }: TextWithMentions): AgreementParty[] {
  const inTitle = partiesBetween(title)
  if (inTitle.length >= 2) return inTitle
  const head = text.slice(0, headLength)
  const between = partiesBetween(head.slice(0, 1200))
  if (between.length >= 2) return between
  const preamble = countriesIn(preamblePattern.exec(head)?.groups?.['parties'] ?? '')
  if (preamble.length >= 2) return preamble
  const signed = countriesIn(Array.from(text.slice(-tailLength).matchAll(forGovernment), ([line]) => line).join('\n'))
  return signed.length >= 2 ? signed : preamble
}

/** What opens the closing words; inside a sentence they tell of another instrument. */
const closing =
  /(?:^|[\n.;:،,»”)])\s*(?:(?:and\s+)?(?:done|signed|executed)\s+(?:at|in|on|by|this)(?![\p{L}])|faite?s?(?:\s+et signée?s?)?\s+(?:à|en|a|le)(?![\p{L}])|donnée?\s+à(?![\p{L}])|signée?s?\s+à(?![\p{L}])|حُ?رِ?ّ?رت?(?![\p{L}])|وُ?قّ?عت?\s+في)/giu
const closingReach = 220

/** The day of signing as the closing words have it: the first date behind the last of them. */
function signedIn(text: string, mentions: TextWithMentions['mentions']): string {
  const from = Math.max(0, text.length - tailLength)
  let found = ''
  for (const match of text.slice(from).matchAll(closing)) {
    const start = from + match.index
    const [date] = datesBetween(mentions, start, start + closingReach)
    if (date !== undefined && /^\d{4}-\d{2}-\d{2}/u.test(date.value)) found = date.value
  }
  return found
}

/** The words by which a text calls itself an agreement: its title where it stands in the text, else the first line that says so. */
function headingOf(text: string, title: string): { readonly start: number; readonly end: number } {
  const stands = text.indexOf(title)
  if (stands >= 0) return { start: stands, end: stands + title.length }
  const named = titleOfInstrument.exec(text.slice(0, headLength))
  const start = named === null ? 0 : text.lastIndexOf('\n', named.index) + 1
  const paragraph = text.indexOf('\n\n', start)
  return { start, end: Math.min(paragraph < 0 ? text.length : paragraph, start + longestHeading) }
}

/** The agreement that a text is; `undefined` for a text that is none. */
export function readInstrument(read: TextWithMentions): AgreementReading | undefined {
  if (!looksLikeInstrument(read)) return undefined
  const { text, title, mentions } = read
  const closingWords = findDoneAt(text)
  const { start, end } = headingOf(text, title)
  return {
    role: 'carries',
    title,
    subject: title,
    language: detectLanguage(title),
    parties: partiesOf(read),
    signed: signedIn(text, mentions) || (closingWords?.value ?? ''),
    place: closingWords?.place ?? '',
    start,
    end,
    confidence: 0.9,
    clauses: clausesOf(text),
  }
}
