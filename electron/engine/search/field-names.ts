import { type DocumentKind, type Having, type Language, havings } from '../../contract/vocabulary.ts'
import { type QueryField, queryFields } from './query-tree.ts'

/** French and Arabic names of the fields, and other English ones, mean the same. */
const otherFieldNames: Readonly<Record<string, QueryField>> = {
  ...{ language: 'lang', date: 'issued', type: 'kind', organisation: 'org', organization: 'org', name: 'person' },
  ...{ étiquette: 'tag', etiquette: 'tag', genre: 'kind', langue: 'lang', titre: 'title', fichier: 'file' },
  ...{
    texte: 'text',
    publié: 'issued',
    publie: 'issued',
    mentionne: 'mentions',
    importé: 'imported',
    personne: 'person',
  },
  ...{ importe: 'imported', lieu: 'place', pays: 'country', partie: 'party', accord: 'agreement', contient: 'has' },
  ...{
    وسم: 'tag',
    نوع: 'kind',
    لغة: 'lang',
    تاريخ: 'issued',
    عنوان: 'title',
    ملف: 'file',
    نص: 'text',
    يذكر: 'mentions',
  },
  ...{ استيراد: 'imported', شخص: 'person', منظمة: 'org', مكان: 'place', بلد: 'country', طرف: 'party' },
  ...{ اتفاقية: 'agreement', يحوي: 'has', مجموعة: 'collection', جديد: 'new', توسيع: 'widen' },
  ...{ nouveau: 'new', nouveaux: 'new', élargir: 'widen', elargir: 'widen', dossier: 'collection' },
}
const fieldNames = new Map<string, QueryField>([
  ...queryFields.map((field) => [field, field] as const),
  ...Object.entries(otherFieldNames),
])

/** The field of this name, in any of the three languages. */
export const fieldOf = (name: string): QueryField | undefined => fieldNames.get(name.toLowerCase())

const languagesByName: Readonly<Record<string, Language>> = {
  ...{ en: 'en', english: 'en', anglais: 'en', الإنجليزية: 'en', إنجليزي: 'en' },
  ...{ fr: 'fr', french: 'fr', français: 'fr', francais: 'fr', الفرنسية: 'fr', فرنسي: 'fr' },
  ...{ ar: 'ar', arabic: 'ar', arabe: 'ar', العربية: 'ar', عربي: 'ar', und: 'und' },
}
const languageNames = new Map(Object.entries(languagesByName))
export const languageOfName = (name: string): Language | undefined => languageNames.get(name.toLowerCase())

const kindsByName: Readonly<Record<string, DocumentKind>> = {
  ...{ communiqué: 'joint-communique', communique: 'joint-communique', 'communiqué-conjoint': 'joint-communique' },
  ...{ 'communiqué-de-presse': 'press-release', déclaration: 'statement', discours: 'speech', accord: 'agreement' },
  ...{ mémorandum: 'memorandum', protocole: 'protocol', 'procès-verbal': 'minutes', lettre: 'letter' },
  ...{ rapport: 'report', autre: 'other', treaty: 'agreement', traité: 'agreement', release: 'press-release' },
  ...{ 'بيان-صحفي': 'press-release', 'بيان-مشترك': 'joint-communique', بيان: 'statement', تصريح: 'statement' },
  ...{ خطاب: 'speech', كلمة: 'speech', اتفاقية: 'agreement', اتفاق: 'agreement', مذكرة: 'memorandum' },
  ...{ بروتوكول: 'protocol', محضر: 'minutes', رسالة: 'letter', تقرير: 'report', أخرى: 'other' },
}
const kindNames = new Map(Object.entries(kindsByName))
/** A kind by its French or Arabic name; spaces may stand for hyphens. */
export const kindOfName = (name: string): DocumentKind | undefined =>
  kindNames.get(name.toLowerCase().replace(/\s+/gu, '-'))

const havingsByName: Readonly<Record<string, Having>> = {
  ...{ tags: 'tag', picture: 'pictures', images: 'pictures', image: 'pictures' },
  ...{ texte: 'text', étiquette: 'tag', étiquettes: 'tag', نص: 'text', تاريخ: 'date', وسم: 'tag', صور: 'pictures' },
  ...{ catalogué: 'catalogued', مفهرس: 'catalogued' },
}
const havingNames = new Map<string, Having>([
  ...havings.map((having) => [having, having] as const),
  ...Object.entries(havingsByName),
])
export const havingOfName = (name: string): Having | undefined => havingNames.get(name.toLowerCase())
