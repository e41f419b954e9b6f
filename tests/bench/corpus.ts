/** Numbers that look like chance and are the same on every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const words = {
  en: `the of and to in for on with ministers defence cooperation agreement signed military commission meeting delegation visit
    training exercises health services exchange knowledge joint framework regional security partnership dialogue armed forces
    capital president foreign affairs statement session programme technical assistance bilateral relations aviation tourism visa
    facilitation trade agriculture development peace stability support implementation consultation officers academy hospital
    logistics engineering border maritime climate energy transport education culture investment digital parliament council`,
  fr: `le la les de des du et à en pour sur avec ministres défense coopération accord signé militaire commission réunion délégation
    visite formation exercices santé services échange connaissances mixte cadre régional sécurité partenariat dialogue forces
    armées capitale président affaires étrangères déclaration session programme assistance technique relations bilatérales
    aviation tourisme visas facilitation commerce agriculture développement paix stabilité appui mise œuvre consultation`,
  ar: `في من على إلى و الوزراء الدفاع التعاون الاتفاقية توقيع العسكري اللجنة اجتماع الوفد زيارة التدريب التمارين الصحة الخدمات تبادل
    المعارف المشتركة الإطار الإقليمي الأمن الشراكة الحوار القوات المسلحة العاصمة الرئيس الشؤون الخارجية البيان الدورة البرنامج
    المساعدة التقنية العلاقات الثنائية الطيران السياحة التأشيرات تسهيل التجارة الزراعة التنمية السلام الاستقرار`,
} as const
const lists = Object.fromEntries(Object.entries(words).map(([language, text]) => [language, text.split(/\s+/)]))
const places = ['Rabat', 'Kigali', 'Geneva', 'Dakar', 'Tunis', 'Nairobi', 'Oslo', 'Lima', 'Hanoi', 'Quito']
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const letters = 'bcdfglmnprstv'
const vowels = 'aeiou'

/** A made-up name, so that an archive has the long tail of rare words that real ones have. */
function rareWord(next: () => number): string {
  let word = ''
  for (let syllable = 0; syllable < 3; syllable++)
    word += (letters[Math.floor(next() * letters.length)] ?? 'b') + (vowels[Math.floor(next() * vowels.length)] ?? 'a')
  return word
}

const lexiconSize = 4000
/** Made-up words of the middle: a text of 500 words has some 200 different ones, not only the 60 of a list. */
const lexicons = Object.fromEntries(
  Object.keys(words).map((language, place) => {
    const next = seeded(place + 77)
    const arabic = 'بتجحدرزسشصطعفقكلمنهوي'
    const arabicWord = (): string =>
      Array.from({ length: 3 + Math.floor(next() * 3) }, () => arabic[Math.floor(next() * arabic.length)] ?? 'ب').join(
        '',
      )
    return [language, Array.from({ length: lexiconSize }, () => (language === 'ar' ? arabicWord() : rareWord(next)))]
  }),
)

/** A release of about 3.3 kB: dateline, title, paragraphs; two in four English, one French, one Arabic. */
export function makeRelease(number: number): string {
  const next = seeded(number + 1)
  const language = (['en', 'en', 'fr', 'ar'] as const)[number % 4] ?? 'en'
  const list = lists[language] ?? []
  // Zipf's law: the second word of the list is half as frequent as the first.
  const fromList = (all: readonly string[]): string => all[Math.floor(all.length ** next()) - 1] ?? all[0] ?? ''
  const pick = (): string => fromList(next() < 0.6 ? list : (lexicons[language] ?? []))
  const sentence = (length: number): string => {
    const chosen = Array.from({ length }, () => (next() < 0.02 ? rareWord(next) : pick()))
    return `${chosen.join(' ')}.`
  }
  const day = 1 + Math.floor(next() * 28)
  const dateline = `${(places[number % places.length] ?? 'Rabat').toUpperCase()}, ${day} ${months[number % 12] ?? 'May'} ${2000 + (number % 26)} –`
  const paragraphs: string[] = []
  let length = 0
  const target = language === 'ar' ? 1900 : 3200
  while (length < target) {
    const paragraph = Array.from({ length: 4 }, () => sentence(14)).join(' ')
    paragraphs.push(paragraph)
    length += paragraph.length
  }
  const title = `${sentence(8).slice(0, -1)} ${rareWord(next)} ${number}`
  return `${title}\n\n${dateline} ${paragraphs.join('\n\n')}\n`
}

/** Questions as officials ask them: common and rare words, several words, phrases, beginnings, filters, in three languages. */
export const questions: readonly string[] = [
  'cooperation',
  'agreement signed',
  'military cooperation agreement',
  'joint commission meeting',
  '"defence ministers"',
  '"technical assistance"',
  'coop*',
  'hospital logistics',
  'maritime border security',
  'visa facilitation tourism',
  'lang:fr coopération',
  'accord signé',
  'coopération militaire',
  'affaires étrangères',
  '"forces armées"',
  'الاتفاقية',
  'التعاون العسكري',
  'القوات المسلحة',
  'وزارة الدفاع',
  'issued:2015 delegation',
  'issued:2010..2012 training exercises',
  'delegation -visit',
  'rabat OR kigali',
  '(aviation OR tourism) agreement',
  'title:dialogue',
  'tag:bench climate energy',
  'baceli',
  'parliament council investment digital',
  'what was agreed on climate and energy in the joint session',
  'session',
]
