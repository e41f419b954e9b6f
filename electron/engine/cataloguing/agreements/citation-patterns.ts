/** Nouns for an agreement between states, as texts cite one, in each language. */
export interface CitationPattern {
  /** What an agreement is called. */
  readonly noun: RegExp
  /** What stands right before and belongs to it: an article, a year. */
  readonly before: RegExp
  /** What follows the noun says what it is about. */
  readonly subject: RegExp
  /** What follows says that it was signed; the date stands behind. */
  readonly signed: RegExp
}

export const english: CitationPattern = {
  noun: /(?<![\p{L}-])(?<noun>framework agreement|agreement|accord|treaty|convention|protocol|memorandum of understanding|mou)(?![\p{L}-])/giu,
  before: /(?:\b(?:an?|the|this|that|said|their|its)\s+)?(?:\d{4}\s+|\p{Lu}\p{L}+\s+\d{4}\s+)?$/iu,
  subject:
    /^\s*(?:\([^)]{1,20}\)\s*)?(?:on|for|concerning|regarding|relating to|in the field of|in)\s+(?<subject>(?!\d|january|february|march|april|may\b|june|july|august|september|october|november|december)[^.,;:()\n]{3,90}?)(?=\s+(?:signed|concluded|reached|initialled|between|of \d|in \d|which|that|and signed|was|were|is|has)(?![\p{L}])|[.,;:()\n]|$)/iu,
  signed: /\b(?:signed|concluded|initialled|reached)\b/iu,
}

export const french: CitationPattern = {
  noun: /(?<![\p{L}-])(?<noun>accord-cadre|accord|traité|convention|protocole d['’]accord|protocole|mémorandum d['’]entente|mémorandum)(?![\p{L}-])/giu,
  before:
    /(?<![\p{L}])(?:un|une|l['’]|d['’]|le|la|cet|cette|ledit|ladite|dudit|du|au|leur|son|sa|nouvel|nouveau)\s*$/iu,
  subject:
    /^\s*(?:bilatérale?\s+)?(?:de|d['’]|sur|relatif à|relatif aux|relative à|relative aux|concernant|en matière de|portant sur)\s*(?<subject>(?!\d|janvier|février|mars|avril|mai\b|juin|juillet|août|septembre|octobre|novembre|décembre)[^.,;:()\n]{3,90}?)(?=\s+(?:signée?|conclue?|paraphée?|entre|de \d|du \d|qui|que|a été|est|et signé)(?![\p{L}])|[.,;:()\n]|$)/iu,
  signed: /(?<![\p{L}])(?:signée?|conclue?|paraphée?)(?![\p{L}])/iu,
}

export const arabic: CitationPattern = {
  noun: /(?<![\p{L}])[وفبكل]?(?<noun>(?:ال)?اتفاقية|(?:ال)?اتفاق|(?:ال)?معاهدة|(?:ال)?مذكرة (?:ال)?تفاهم|(?:ال)?بروتوكول|لاتفاقية|لاتفاق)(?![\p{L}])/gu,
  before: /$/u,
  subject:
    /^\s*(?:(?:بشأن|حول|في مجال|الخاصة? ب|المتعلقة? ب)\s*)?(?<subject>(?!الموق|المبرم|المذكور|بين|لسنة|لعام)(?:ال|لل)?[\p{L}]{3,20}(?:\s+(?!الموق|المبرم|المذكور)(?:ال|و)[\p{L}]{2,20}){0,4})/u,
  signed: /(?:الموقعة?|الموقّعة?|المبرمة?|وُ?قِ?ّ?عت?|وُقّعت?|موقعة?)(?![\p{L}])/u,
}
