import type { Entry } from '../sense.ts'

const days: readonly Entry[] = [
  ['monday', { weekday: 1 }],
  ['tuesday', { weekday: 2 }],
  ['wednesday', { weekday: 3 }],
  ['thursday', { weekday: 4 }],
  ['friday', { weekday: 5 }],
  ['saturday', { weekday: 6 }],
  ['sunday', { weekday: 7 }],
  ['mon', { weekday: 1, weak: true }],
  ['tue|tues', { weekday: 2, weak: true }],
  ['wed|weds', { weekday: 3, weak: true }],
  ['thu|thur|thurs', { weekday: 4, weak: true }],
  ['fri', { weekday: 5, weak: true }],
  ['sat', { weekday: 6, weak: true }],
  ['sun', { weekday: 7, weak: true }],
  ['yesterday|last night', { offset: -1 }],
  ['today|tonight|this morning|this afternoon|this evening|this day', { offset: 0 }],
  ['tomorrow', { offset: 1 }],
  ['the day before yesterday|day before yesterday', { offset: -2 }],
  ['the day after tomorrow|day after tomorrow', { offset: 2 }],
  ['the next day|next day|the following day|the day after', { offsetFromLast: 1 }],
  ['the previous day|previous day|the day before|the last day', { offsetFromLast: -1 }],
  ['the same day|same day|that day|that same day', { offsetFromLast: 0 }],
]

const units: readonly Entry[] = [
  ['day', { unit: 'day' }],
  ['days', { unit: 'day', isPlural: true }],
  ['week', { unit: 'week' }],
  ['weeks', { unit: 'week', isPlural: true }],
  ['weekend|week end', { unit: 'weekend' }],
  ['weekends', { unit: 'weekend', isPlural: true }],
  ['fortnight', { unit: 'fortnight' }],
  ['fortnights', { unit: 'fortnight', isPlural: true }],
  ['month', { unit: 'month' }],
  ['months', { unit: 'month', isPlural: true }],
  ['quarter', { unit: 'quarter' }],
  ['quarters', { unit: 'quarter', isPlural: true }],
  ['semester', { unit: 'half' }],
  ['semesters', { unit: 'half', isPlural: true }],
  ['year', { unit: 'year' }],
  ['years', { unit: 'year', isPlural: true, roles: ['year-word'] }],
  ['decade', { unit: 'decade' }],
  ['decades', { unit: 'decade', isPlural: true }],
  ['century', { unit: 'century' }],
  ['centuries', { unit: 'century', isPlural: true }],
  ['spring|springtime', { season: 21, weak: true }],
  ['summer|summertime', { season: 22 }],
  ['autumn', { season: 23 }],
  ['fall', { season: 23, weak: true }],
  ['winter|wintertime', { season: 24 }],
  ['half', { unit: 'half', weak: true }],
  ['last|past|previous|preceding|prior', { way: -1 }],
  ['recent', { way: -1, roles: ['few'] }],
  ['this', { way: 0, roles: ['demonstrative'] }],
  ['current|present', { way: 0 }],
  ['next|coming|upcoming|following|forthcoming', { way: 1 }],
  ['early', { part: 'early' }],
  ['earlier', { part: 'earlier' }],
  ['mid|middle', { part: 'mid' }],
  ['late|later', { part: 'late' }],
  ['beginning|start', { part: 'start' }],
  ['end|close', { part: 'end' }],
  ['rest|remainder', { part: 'rest' }],
]

const roles: readonly Entry[] = [
  ['the|my|our|their', { roles: ['the'] }],
  // `18 th January`: the letters stood above the line.
  ['of|st|nd|rd|th', { roles: ['of'] }],
  ['in', { roles: ['in'] }],
  ['during|throughout|over', { roles: ['in', 'during'] }],
  ['on', { roles: ['on'] }],
  ['at', { roles: ['at'] }],
  ['by', { roles: ['by'] }],
  ['from', { roles: ['from'] }],
  ['to|through|thru', { roles: ['to'] }],
  ['until|till|til', { roles: ['to', 'until'] }],
  ['between', { roles: ['between'] }],
  ['and', { roles: ['and'] }],
  ['or', { roles: ['or'] }],
  ['since', { roles: ['since'] }],
  ['ago|back', { roles: ['ago'] }],
  ['from now|hence', { roles: ['from-now'] }],
  ['within', { roles: ['within'] }],
  ['after|following', { roles: ['after'] }],
  ['before', { roles: ['before'] }],
  ['that|same', { roles: ['that'] }],
  ['now|present|the present|present day', { roles: ['now'] }],
  ['year|calendar year|fiscal year|financial year|academic year|school year|fy|cy', { roles: ['year-word'] }],
  ['ad|ce', { roles: ['ad'] }],
  ['ah|hijri|hijra', { roles: ['hijri'] }],
  ['few|several|couple of|a few|a couple of', { roles: ['few'] }],
  ['corresponding to|equivalent to', { roles: ['equals'] }],
  ['starting|beginning|commencing|starting on|beginning on|commencing on', { roles: ['starting'] }],
  ['w c|week commencing|week beginning', { unit: 'week', roles: ['starting'] }],
  ['business|working', { roles: ['business'] }],
  ['to date', { roles: ['to-date'] }],
  [
    'resolution|resolutions|article|articles|section|room|page|paragraph|chapter|no|number|nos|law|act|decree|directive|regulation|regulations|flight|suite|box|line|psalm|verse|code|isbn|tel|phone|call|version|route|iso|building|volume|bill|model|order|council|unit|file|case|about|around|only|some|nearly|almost|than|another|over|total',
    { roles: ['not-year'] },
  ],
]

const feasts: readonly Entry[] = [
  ["new year's day|new years day|new year day", { feast: { month: 1, day: 1 } }],
  ["new year's eve|new years eve", { feast: { month: 12, day: 31 } }],
  ["valentine's day|valentines day", { feast: { month: 2, day: 14 } }],
  ["international women's day|women's day", { feast: { month: 3, day: 8 } }],
  ["st patrick's day", { feast: { month: 3, day: 17 } }],
  ['earth day', { feast: { month: 4, day: 22 } }],
  ['may day|labour day', { feast: { month: 5, day: 1 } }],
  ['independence day', { feast: { month: 7, day: 4 } }],
  ['bastille day', { feast: { month: 7, day: 14 } }],
  ['halloween', { feast: { month: 10, day: 31 } }],
  ['armistice day|veterans day|remembrance day', { feast: { month: 11, day: 11 } }],
  ['human rights day', { feast: { month: 12, day: 10 } }],
  ['christmas eve', { feast: { month: 12, day: 24 } }],
  ['christmas|christmas day|xmas', { feast: { month: 12, day: 25 } }],
  ['boxing day', { feast: { month: 12, day: 26 } }],
  ['good friday', { feast: { afterEaster: -2 } }],
  ['easter|easter sunday', { feast: { afterEaster: 0 } }],
  ['easter monday', { feast: { afterEaster: 1 } }],
  ['martin luther king day|mlk day', { feast: { month: 1, weekday: 1, nth: 3 } }],
  ["presidents' day|presidents day", { feast: { month: 2, weekday: 1, nth: 3 } }],
  ["mother's day|mothers day", { feast: { month: 5, weekday: 7, nth: 2 } }],
  ['memorial day', { feast: { month: 5, weekday: 1, nth: -1 } }],
  ["father's day|fathers day", { feast: { month: 6, weekday: 7, nth: 3 } }],
  ['labor day', { feast: { month: 9, weekday: 1, nth: 1 } }],
  ['columbus day', { feast: { month: 10, weekday: 1, nth: 2 } }],
  ['thanksgiving|thanksgiving day', { feast: { month: 11, weekday: 4, nth: 4 } }],
  ['black friday', { feast: { month: 11, weekday: 4, nth: 4, plus: 1 } }],
]

const numbers: readonly Entry[] = [
  ['a|an|one', { cardinal: 1 }],
  ...(
    'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|' +
    'nineteen'
  )
    .split('|')
    .map((word, index): Entry => [word, { cardinal: index + 2 }]),
  ...'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'
    .split('|')
    .map((word, index): Entry => [word, { cardinal: (index + 2) * 10 }]),
  ['hundred', { cardinal: 100 }],
  ['thousand', { cardinal: 1000 }],
  ...(
    'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|' +
    'sixteenth|seventeenth|eighteenth|nineteenth|twentieth'
  )
    .split('|')
    .map((word, index): Entry => [word, { ordinal: index + 1 }]),
  ['thirtieth', { ordinal: 30 }],
  ...'tens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties'
    .split('|')
    .map((word, index): Entry => [word, { decade: (index + 1) * 10 }]),
]

/** The English words that dates are made of, except the months. */
export const englishWords: readonly Entry[] = [...days, ...units, ...roles, ...feasts, ...numbers]
