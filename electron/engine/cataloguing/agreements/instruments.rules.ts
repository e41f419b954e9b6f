import type { AgreementParty } from '../../../contract/schemas.ts'
import type { Language } from '../../../contract/vocabulary.ts'
import { detectLanguage } from '../../language/detect.ts'
import { findDoneAt } from '../datelines.rules.ts'
import type { AgreementReading, TextWithMentions } from './agreement-reading.ts'
import { clausesOf } from './clauses.rules.ts'
import { partiesOf, partiesOfExchange } from './instrument-parties.rules.ts'
import { countryName } from '../names/countries.rules.ts'
import { signedIn, witness } from './signing.rules.ts'

/** Words that an instrument has and a text about one has not. Each sign counts once. */
const signs: readonly RegExp[] = [
  /\b(?:have|has) agreed (?:as follows|upon the following|on the following)\b/iu,
  /\b(?:sont|est) convenue?s? (?:de ce qui suit|des dispositions suivantes|comme suit)\b/iu,
  /(?:اتفقتا|اتفقا|اتفق الطرفان|اتفقت الأطراف)\s+على\s+ما\s+يلي/u,
  /(?:^|\n)[^\S\n]*(?:#+[^\S\n]*)?(?:article|art\.)\s+(?:1|i|premier|one|1er)\b/iu,
  /(?:^|\n)[^\S\n]*المادة\s+(?:الأولى|1|١|الاولى)/u,
  /\b(?:contracting part(?:y|ies)|hereinafter referred to as|parties? contractantes?|ci-après dénommée?s?)\b/iu,
  /المشار إليه(?:ا|ما|م)? فيما بعد/u,
  /\bin witness whereof\b|\ben foi de quoi\b|وإثبات(?:ا|اً) لذلك|إثباتا لما تقدم/iu,
  /\b(?:done|signed) (?:at|in)\b.{0,120}\b\d{3,4}\b|\bfaite? (?:à|en)\b.{0,120}\b\d{3,4}\b|حُ?ررت? (?:في|ب)/iu,
  /\bratif(?:y|ies|ied) this (?:convention|protocol)\b|\bprovisions of this (?:convention|agreement|protocol|treaty)\b|\bdispositions (?:du présent|de la présente) (?:accord|convention|traité|protocole)/iu,
  /\bshall (?:enter|come) into (?:force|effect)\b|\bcome into force\b|\bentrera en vigueur\b|\bentre en vigueur\b|(?:تدخل|يدخل)[^.\n]{0,40}حيز (?:النفاذ|التنفيذ)/iu,
]
/** So many signs make an instrument; two beside a title that says so. */
const enough = 3
const titleOfInstrument =
  /(?:^|\s)(?:agreement|treaty|convention|protocol|accord|traité|protocole|arrangement|memorandum of understanding|mémorandum d['’]entente|exchange of (?:notes|letters)|échange de (?:notes|lettres)|verdrag|overeenkomst|briefwisseling|notawisseling|abkommen|vertrag|acuerdo|tratado|convenio|acordo|اتفاقية|اتفاق|معاهدة|بروتوكول|مذكرة تفاهم)(?:\s|$|[-,])/iu

/** A page or two of head and tail say who made an instrument and when. */
const headLength = 6000
const tailLength = 12_000
const longestHeading = 200
/** Around the words of the witnesses of a text that goes on with annexes or in another language. */
const witnessReach = 2000

/** The stretches of a text in which an instrument shows itself. */
function tellingParts(text: string): string[] {
  if (text.length <= headLength * 3 + tailLength) return [text]
  const parts = [text.slice(0, headLength * 3), text.slice(-tailLength)]
  const at = text.search(witness)
  return at < 0 ? parts : [...parts, text.slice(Math.max(0, at - witnessReach), at + witnessReach)]
}

/** A line of the head that is the title of an instrument: in a text of two languages it stands below that in the other. */
function hasTitle({ text, title }: TextWithMentions): boolean {
  if (titleOfInstrument.test(title)) return true
  return text
    .slice(0, headLength / 4)
    .split('\n')
    .some(
      (line) =>
        line.length <= longestHeading * 2 && /^[#\s]*\p{Lu}/u.test(line) && titleOfInstrument.test(line.slice(0, 40)),
    )
}

function looksLikeInstrument(read: TextWithMentions): boolean {
  const parts = tellingParts(read.text)
  const found = signs.filter((sign) => parts.some((part) => sign.test(part))).length
  return found >= enough || (found >= 2 && hasTitle(read))
}

const courtesies =
  /\bhave the honou?r to\b|\bhas the honou?r to\b|\bpresents its compliments\b|j['’]ai l['’]honneur|a l['’]honneur d|présente ses compliments|(?:يشرفني|أتشرف|تهدي أطيب تحياتها|تهدي تحياتها)/iu
const bindings =
  /\b(?:shall|will|would|should|to) (?:be regarded as )?constitut\w+ (?:an?|the) (?:agreement|arrangement|understanding)\b|\bconstitu(?:eront|era|ent|ant) (?:un|l['’]) ?(?:accord|arrangement)|\benter into (?:force|effect)\b|\bcome into effect\b|\bentrera en vigueur\b|\bconstitutionnellement requise\b|\bfaire .{0,40}un arrangement\b|(?:تشكلان?|يشكلان?) اتفاق/iu

/** Notes or letters that two governments exchange, and that make an agreement together. */
function isExchangeOfNotes({ text }: TextWithMentions): boolean {
  return courtesies.test(text.slice(0, headLength / 4)) && bindings.test(text.slice(0, headLength * 3))
}

const suppliedTitles: Readonly<Record<Language, readonly [name: string, colon: string]>> = {
  en: ['Exchange of notes', ': '],
  fr: ['Échange de notes', ' : '],
  ar: ['تبادل مذكرات', ': '],
  und: ['Exchange of notes', ': '],
}

/** Letters have no title; one that the cataloguer supplies stands in square brackets (ISAD(G) 3.1.2). */
function suppliedTitle(language: Language, parties: readonly AgreementParty[]): string {
  const [name, colon] = suppliedTitles[language]
  const nameIn = ({ name: english, country }: AgreementParty): string =>
    (country === undefined || language === 'und' ? undefined : countryName(country, language)) ?? english
  return `[${name}${parties.length === 0 ? '' : colon}${parties.map(nameIn).join(language === 'ar' ? '، ' : ', ')}]`
}

const firstTitle =
  /(?:^|[.\n]\s*)(?<title>(?:(?:international|european|additional|administrative)\s+)?(?:agreement|treaty|convention|protocol|accord|traité|protocole|arrangement|اتفاقية|معاهدة|بروتوكول)(?![\p{L}])[^.\n]{8,400})/iu

/** The title of an instrument below a letterhead that passes for the title of the document: `LEAGUE OF NATIONS.` */
const titleIn = ({ text, title }: TextWithMentions): string =>
  titleOfInstrument.test(title) ? title : (firstTitle.exec(text.slice(0, headLength / 4))?.groups?.['title'] ?? title)

const isTitle = (title: string): boolean => title.length <= longestHeading * 2 && titleOfInstrument.test(title)

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
  const isExchange = isExchangeOfNotes(read)
  if (!isExchange && !looksLikeInstrument(read)) return undefined
  const { text, mentions } = read
  const written = isExchange ? read.title : titleIn(read)
  const closingWords = findDoneAt(text)
  const isTitled = !isExchange || (isTitle(written) && !courtesies.test(written))
  const parties = isExchange ? partiesOfExchange({ ...read, title: isTitled ? written : '' }) : partiesOf(read)
  const language = detectLanguage(isTitled ? written : text.slice(0, headLength))
  const title = isTitled ? written : suppliedTitle(language, parties)
  const { start, end } = headingOf(text, title)
  return {
    role: 'carries',
    title,
    subject: isTitled ? title : '',
    language,
    parties,
    signed: signedIn(text, mentions) || (closingWords?.value ?? ''),
    place: closingWords?.place ?? '',
    start,
    end,
    confidence: isExchange ? 0.75 : 0.9,
    clauses: clausesOf(text),
  }
}
