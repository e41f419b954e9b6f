import type { Entry } from '../sense.ts'

/**
 * Entries are written without the article except where it makes the meaning: `الاثنين` is Monday and `اثنين` two, `اليوم` today
 * and `يوم` a day. Conjunctions and prepositions written onto a word are taken off before it is looked up.
 */
const days: readonly Entry[] = [
  ['الاثنين|الإثنين', { weekday: 1 }],
  ['الثلاثاء', { weekday: 2 }],
  ['الأربعاء', { weekday: 3 }],
  ['الخميس', { weekday: 4 }],
  ['الجمعة|جمعة', { weekday: 5 }],
  ['السبت', { weekday: 6 }],
  ['الأحد', { weekday: 7 }],
  ['اثنين', { weekday: 1, cardinal: 2, weak: true }],
  ['ثلاثاء', { weekday: 2, weak: true }],
  ['أربعاء', { weekday: 3, weak: true }],
  ['خميس', { weekday: 4, weak: true }],
  ['سبت', { weekday: 6, weak: true }],
  ['أحد', { weekday: 7, cardinal: 1, weak: true }],
  ['أمس|الأمس|البارحة|يوم أمس', { offset: -1 }],
  ['اليوم|هذا اليوم|هذا الصباح|هذا المساء', { offset: 0 }],
  ['غدا|الغد|غدًا|يوم غد|يوم الغد', { offset: 1 }],
  ['أول أمس|أول من أمس|أمس الأول|قبل أمس', { offset: -2 }],
  ['بعد غد|بعد الغد|بعد غدا', { offset: 2 }],
  ['اليوم التالي|في اليوم التالي|اليوم الموالي', { offsetFromLast: 1 }],
  ['اليوم السابق|آخر يوم', { offsetFromLast: -1 }],
  ['اليوم نفسه|نفس اليوم|ذات اليوم|ذلك اليوم', { offsetFromLast: 0 }],
]

const units: readonly Entry[] = [
  ['يوم|يوما', { unit: 'day', roles: ['day-word'] }],
  ['أيام', { unit: 'day', isPlural: true }],
  ['يومي', { roles: ['day-word'] }],
  ['يومين|يومان', { unit: 'day', cardinal: 2 }],
  ['أسبوع|أسبوعا|أسبوعي', { unit: 'week' }],
  ['أسابيع', { unit: 'week', isPlural: true }],
  ['أسبوعين|أسبوعان', { unit: 'week', cardinal: 2 }],
  ['عطلة نهاية الأسبوع|نهاية الأسبوع|عطلة الأسبوع|نهاية هذا الأسبوع', { unit: 'weekend' }],
  ['شهر|شهرا', { unit: 'month', roles: ['month-word'] }],
  ['أشهر|شهور', { unit: 'month', isPlural: true }],
  ['شهرين|شهران', { unit: 'month', cardinal: 2 }],
  ['عام|عاما|سنة', { unit: 'year', roles: ['year-word'] }],
  ['أعوام|سنوات|سنين', { unit: 'year', isPlural: true, roles: ['year-word'] }],
  ['عامين|عامان|سنتين|سنتان', { unit: 'year', cardinal: 2 }],
  ['عقد', { unit: 'decade' }],
  ['عقود', { unit: 'decade', isPlural: true }],
  ['عقدين', { unit: 'decade', cardinal: 2 }],
  ['قرن', { unit: 'century' }],
  ['قرون', { unit: 'century', isPlural: true }],
  ['ربيع', { season: 21, weak: true }],
  ['صيف', { season: 22 }],
  ['خريف', { season: 23 }],
  ['شتاء', { season: 24 }],
  ['ربع', { unit: 'quarter', weak: true }],
  ['نصف', { unit: 'half', weak: true }],
  [
    'ماضي|ماضية|ماضيين|ماضيتين|منصرم|منصرمة|فائت|فائتة|سابق|سابقة|أخير|أخيرة|منقضي|منقضية|فارط|فارطة',
    { way: -1, weak: true },
  ],
  ['هذا|هذه', { way: 0, roles: ['demonstrative'] }],
  ['حالي|حالية|جاري|جارية', { way: 0 }],
  ['قادم|قادمة|قادمين|مقبل|مقبلة|مقبلين|آتي|آتية|تالي|تالية|قابل|موالي|موالية', { way: 1, weak: true }],
  ['بداية|مطلع|مستهل', { part: 'start' }],
  ['أوائل', { part: 'early' }],
  ['وقت سابق من|في وقت سابق من', { part: 'earlier' }],
  ['منتصف|أواسط|وسط', { part: 'mid' }],
  ['أواخر|وقت لاحق من|في وقت لاحق من', { part: 'late' }],
  ['نهاية|ختام', { part: 'end' }],
  ['بقية|باقي', { part: 'rest' }],
]

const roles: readonly Entry[] = [
  ['من', { roles: ['of', 'from'] }],
  ['في|خلال|أثناء|طيلة', { roles: ['in'] }],
  ['صلاة|خطبة', { roles: ['not-day'] }],
  ['بتاريخ|بحلول|لـ', { roles: ['on'] }],
  ['إلى|الى|لغاية', { roles: ['to'] }],
  ['حتى|إلى غاية|الى غاية', { roles: ['to', 'until'] }],
  ['بين|ما بين', { roles: ['between'] }],
  ['و', { roles: ['and'] }],
  ['أو', { roles: ['or'] }],
  ['منذ|بداية من|ابتداء من|اعتبارا من|انطلاقا من', { roles: ['since'] }],
  ['قبل', { roles: ['ago', 'before'] }],
  ['بعد', { roles: ['after'] }],
  ['في غضون|غضون|خلال', { roles: ['within', 'in'] }],
  ['من الآن', { roles: ['from-now'] }],
  ['الآن', { roles: ['now'] }],
  ['نفس|ذلك|تلك|ذات', { roles: ['that'] }],
  ['م|ميلادي|ميلادية|للميلاد', { roles: ['ad'] }],
  ['هـ|هجري|هجرية|للهجرة|ه', { roles: ['hijri'] }],
  ['بضعة|بضع|عدة|قليلة|قليل|القليلة', { roles: ['few'] }],
  ['الموافق|الموافق ل|الموافق ليوم|موافق|المصادف|المصادف ل', { roles: ['equals'] }],
  [
    'قرار|القرار|قرارات|مادة|المادة|غرفة|صفحة|فقرة|رقم|عدد|قانون|مرسوم|حوالي|نحو|أكثر|زهاء|قرابة|هاتف',
    { roles: ['not-year'] },
  ],
]

const feasts: readonly Entry[] = [
  ['رأس السنة|رأس السنة الميلادية', { feast: { month: 1, day: 1 } }],
  ['عيد الحب', { feast: { month: 2, day: 14 } }],
  ['عيد العمال|عيد الشغل', { feast: { month: 5, day: 1 } }],
  ['عيد الميلاد', { feast: { month: 12, day: 25 } }],
  ['عيد الفصح', { feast: { afterEaster: 0 } }],
  ['عيد العرش', { feast: { month: 7, day: 30 } }],
  ['عيد الشكر', { feast: { month: 11, weekday: 4, nth: 4 } }],
]

const numbers: readonly Entry[] = [
  ['واحد|واحدة|إحدى', { cardinal: 1 }],
  ['اثنان|اثنتان|اثنتين|اثني|اثنا', { cardinal: 2 }],
  ...'ثلاث|أربع|خمس|ست|سبع|ثمان|تسع|عشر'
    .split('|')
    .map((word, index): Entry => [`${word}|${word}ة`, { cardinal: index + 3 }]),
  ['ثماني|ثمانية', { cardinal: 8 }],
  ...'عشر|ثلاث|أربع|خمس|ست|سبع|ثمان|تسع'
    .split('|')
    .map((word, index): Entry => [`${word}ون|${word}ين`, { cardinal: (index + 2) * 10 }]),
  ...'عشرين|ثلاثين|أربعين|خمسين|ستين|سبعين|ثمانين|تسعين'
    .split('|')
    .map((word, index): Entry => [`${word}ات|${word}يات`, { decade: (index + 2) * 10 }]),
  ['عشرات', { decade: 10 }],
  ['مئة|مائة', { cardinal: 100 }],
  ['مئتين|مائتين|مئتان|مائتان', { cardinal: 200 }],
  ...'ثلاث|أربع|خمس|ست|سبع|ثمان|تسع'
    .split('|')
    .map((word, index): Entry => [`${word}مائة|${word}مئة`, { cardinal: (index + 3) * 100 }]),
  ['ثمانمائة|ثمانيمائة', { cardinal: 800 }],
  ['ألف', { cardinal: 1000 }],
  ['ألفين|ألفان', { cardinal: 2000 }],
  ['آلاف', { cardinal: 1000 }],
  ['أول|أولى|حادي', { ordinal: 1 }],
  ...'ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر'
    .split('|')
    .map((word, index): Entry => [`${word}|${word}ة`, { ordinal: index + 2 }]),
  ['ثان', { ordinal: 2 }],
  ['حادي عشر', { ordinal: 11 }],
  ...'ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع'
    .split('|')
    .map((word, index): Entry => [`${word} عشر|${word}ة عشرة`, { ordinal: index + 12 }]),
]

/** The Arabic words that dates are made of, except the months. */
export const arabicWords: readonly Entry[] = [...days, ...units, ...roles, ...feasts, ...numbers]
