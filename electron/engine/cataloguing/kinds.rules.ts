import type { DocumentKind } from '../../contract/vocabulary.ts'

/** JavaScript's `\b` and `\W` know ASCII only: beside É or an Arabic letter they see borders that are none. */
function unicode(pattern: RegExp): RegExp {
  const source = pattern.source
    // A border before a word, or before a choice of words; every other one stands after a word.
    .replaceAll(/\\b(?=\(\?:|\p{L})/gu, String.raw`(?<![\p{L}\p{N}])`)
    .replaceAll(String.raw`\b`, String.raw`(?![\p{L}\p{N}])`)
    .replaceAll(String.raw`\W*`, String.raw`[^\p{L}\p{N}\n]*`)
  return new RegExp(source, pattern.flags)
}

interface KindRule {
  readonly kind: DocumentKind
  readonly name: string
  readonly pattern: RegExp
}

/** Words that name the kind of a text where it names itself: in its title and first lines. The first rule that fits decides. */
const rules: readonly KindRule[] = (
  [
    {
      kind: 'joint-communique',
      name: 'joint-communique',
      pattern:
        /\bjoint\s+(?:communiqu[eé]|statement|declaration)\b|\bcommuniqu[eé]\s+(?:conjoint|commun)\b|\bd[eé]claration\s+(?:conjointe|commune)\b|(?:بيان|بلاغ|إعلان)\s+مشترك/iu,
    },
    {
      kind: 'letter',
      name: 'letter',
      pattern:
        /\bnote\s+verbale\b|^\W*(?:dear\s|your\s+excellency|excellency|monsieur\s+le|madame\s+la)|presents?\s+its\s+compliments|pr[eé]sente\s+ses\s+compliments|مذكرة\s+شفوية|تهدي\s+.{0,80}تحياتها/imu,
    },
    {
      kind: 'minutes',
      name: 'minutes',
      pattern: /\b(?:agreed\s+)?minutes\s+of\b|\bproc[eè]s[- ]verbal\b|\bcompte[- ]rendu\b|محضر/iu,
    },
    {
      kind: 'memorandum',
      name: 'memorandum',
      pattern: /\bmemorandum\s+of\s+understanding\b|\bm[eé]morandum\s+d['’](?:entente|accord)\b|مذكرة\s+تفاهم/iu,
    },
    {
      kind: 'protocol',
      name: 'protocol',
      pattern:
        /^\W*(?:draft\s+|additional\s+|optional\s+)?protocol\b|^\W*(?:projet\s+de\s+)?protocole\b|^\W*(?:مشروع\s+)?بروتوكول/imu,
    },
    {
      kind: 'press-release',
      name: 'press-release',
      pattern:
        /\bpress\s+(?:release|statement|note|communiqu[eé])\b|\bmedia\s+release\b|\bfor\s+immediate\s+release\b|\bcommuniqu[eé]\s+de\s+presse\b|(?:بيان|بلاغ)\s+صحفي/iu,
    },
    {
      kind: 'agreement',
      name: 'agreement',
      pattern:
        /^\W*(?:(?:framework|cooperation|general|trade|bilateral|[\p{L}-]+(?:\s[\p{L}-]+){0,3})\s+)?agreement\s+(?:between|on|concerning|for|relating)\b|^\W*(?:treaty|convention)\s+(?:between|on|concerning|for)\b|^\W*(?:accord|trait[eé]|convention)\b[^.\n]{0,80}\b(?:entre|relati(?:f|ve)|concernant|sur|de\s+coop)|^\W*(?:اتفاقية|اتفاق|معاهدة)\s/imu,
    },
    {
      kind: 'speech',
      name: 'speech',
      pattern:
        /\b(?:speech|remarks|address|keynote)\s+(?:by|of|at|to)\b|\bstate\s+of\s+the\s+union\b|\b(?:discours|allocution|intervention)\s+(?:de|du|des|prononc)|(?:كلمة|خطاب)\s/iu,
    },
    {
      kind: 'report',
      name: 'report',
      pattern:
        /\breport\s+(?:on|of|to)\b|\b(?:annual|progress|implementation|final)\s+report\b|^\W*rapport\b|^\W*تقرير\s/imu,
    },
    {
      kind: 'statement',
      name: 'statement',
      pattern: /\bstatement\b|\bd[eé]claration\b|\bcommuniqu[eé]\b|(?:بيان|تصريح|بلاغ)/iu,
    },
  ] as const satisfies readonly KindRule[]
).map((rule) => ({ ...rule, pattern: unicode(rule.pattern) }))

/** A word of each rule, in lower case: most texts that name no kind hold none of them and are spared the rules. */
const anyRuleWord =
  /claration|communiqu|statement|note|excellency|dear|monsieur|madame|compliments|minutes|verbal|compte|m[eé]morandum|protocol|release|agreement|treaty|convention|accord|trait|speech|remarks|address|keynote|union|discours|allocution|intervention|report|rapport|بيان|بلاغ|إعلان|مذكرة|تحياتها|محضر|بروتوكول|اتفاق|معاهدة|كلمة|خطاب|تقرير|تصريح/

/** How much of a text is its head: a text that names its kind does so at once. */
const headLength = 700

export interface KindFinding {
  readonly kind: DocumentKind
  readonly rule: string
  /** Where in `head` the words stand; absent when nothing was found. */
  readonly start?: number
  readonly end?: number
}

/** The kind that a text gives itself in its head, with the words that say so; `other` where it does not. */
export function findKind(text: string): KindFinding {
  const head = text.slice(0, headLength)
  if (!anyRuleWord.test(head.toLowerCase())) return { kind: 'other', rule: 'nothing-found' }
  for (const rule of rules) {
    const match = rule.pattern.exec(head)
    if (match !== null)
      return { kind: rule.kind, rule: `head:${rule.name}`, start: match.index, end: match.index + match[0].length }
  }
  return { kind: 'other', rule: 'nothing-found' }
}
