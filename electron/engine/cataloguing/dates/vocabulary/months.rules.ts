import type { Entry } from '../sense.ts'

type MonthTable = readonly (readonly [names: string, weakNames?: string])[]

/** January first; after the comma, spellings that are mostly other words and count only beside a number or a preposition. */
const english: MonthTable = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['', 'march|mar'],
  ['april', 'apr'],
  ['', 'may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['', 'august|aug'],
  ['september', 'sept|sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
]

const french: MonthTable = [
  ['janvier|janv', 'jan'],
  ['février|févr', 'fév|feb'],
  ['', 'mars'],
  ['avril', 'avr'],
  ['', 'mai'],
  ['juin'],
  ['juillet|juil'],
  ['août'],
  ['septembre', 'sept|sep'],
  ['octobre', 'oct'],
  ['novembre', 'nov'],
  ['décembre', 'déc|dec'],
]

/** Gregorian names of the Arab East, then of the Maghreb, then the Levantine ones. */
const arabic: MonthTable = [
  ['يناير|جانفي|كانون الثاني', 'ينار'],
  ['فبراير|فيفري|شباط'],
  ['آذار', 'مارس'],
  ['أبريل|إبريل|أفريل|نيسان'],
  ['مايو|أيار', 'ماي'],
  ['يونيو|يونيه|حزيران', 'جوان'],
  ['يوليو|يوليوز|يوليه|جويلية|تموز'],
  ['أغسطس|غشت|اغشت', 'أوت|آب'],
  ['سبتمبر|شتنبر|أيلول'],
  ['أكتوبر|تشرين الأول'],
  ['نوفمبر|نونبر|نوانبر|تشرين الثاني'],
  ['ديسمبر|دجنبر|دجمبر|كانون الأول'],
]

/** The months of the Hijri year, Muharram first, in Arabic, English and French spellings. */
const hijri: MonthTable = [
  ['muharram|mouharram', 'محرم|المحرم|محرم الحرام'],
  ['safar', 'صفر|صفر الخير'],
  ['ربيع الأول|rabi al awwal|rabi i|rabia al awal|rabi al awal'],
  ['ربيع الثاني|ربيع الآخر|rabi al thani|rabi ii|rabia ath thani|rabi al akhir'],
  ['جمادى الأولى|جمادى الأول|jumada al ula|jumada i|joumada al oula|jumada al awwal'],
  [
    'جمادى الآخرة|جمادى الثانية|جمادى الثاني|جمادى الآخر|jumada al thani|jumada al akhirah|jumada ii|joumada ath thania',
  ],
  ['rajab', 'رجب'],
  ["sha'ban|shaban|chaabane|chaaban", 'شعبان'],
  ['رمضان|ramadan|ramadhan'],
  ['شوال|shawwal|chawwal|chaoual'],
  ['ذو القعدة|ذي القعدة|dhu al qadah|dhul qadah|dhou al qida|dhu al qi dah'],
  ['ذو الحجة|ذي الحجة|dhu al hijjah|dhul hijjah|dhou al hijja'],
]

const entriesOf = (table: MonthTable, key: 'month' | 'hijriMonth'): Entry[] =>
  table.flatMap(([names, weakNames = ''], index) => [
    [names, { [key]: index + 1 }] as const,
    [weakNames, { [key]: index + 1, weak: true }] as const,
  ])

/** The months in English; Hijri months apart. */
export const englishMonths = entriesOf(english, 'month')
/** The months in French. */
export const frenchMonths = entriesOf(french, 'month')
/** The months in Arabic: Eastern, Maghrebi and Levantine names. */
export const arabicMonths = entriesOf(arabic, 'month')
/** The months of the Hijri calendar in the spellings of the three languages. */
export const hijriMonths = entriesOf(hijri, 'hijriMonth')
