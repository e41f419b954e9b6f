/** Nouns for an agreement between states, as texts cite one, in each language. */
export interface CitationPattern {
  /** Finds a citation: `before` holds the words that belong to the noun in front of it, `noun` what it is called. */
  readonly citation: RegExp
  /** What follows the noun says what it is about. */
  readonly subject: RegExp
  /** What follows says that it was signed; the date stands behind. */
  readonly signed: RegExp
  /** The text means one that it has named already. */
  readonly said: RegExp
}

export const english: CitationPattern = {
  citation:
    /\b(?<before>(?:(?:an?|the|this|that|said|aforementioned|above-mentioned|their|its|existing|bilateral|new|\d{4}|[\p{L}-]{2,24})\s+){1,7}?)?(?<noun>framework agreement|agreement|accord|treaty|convention|protocol|memorandum of understanding|mou)(?![\p{L}-])/giu,
  subject:
    /^\s*(?:\([^)]{1,20}\)\s*)?(?:on|for|concerning|regarding|relating to|in the field of|in)\s+(?<subject>(?!\d|january|february|march|april|may\b|june|july|august|september|october|november|december)[^.,;:()\n]{3,90}?)(?=\s+(?:signed|concluded|reached|initialled|between|of \d|in \d|which|that|and signed|was|were|is|has)(?![\p{L}])|[.,;:()\n]|$)/iu,
  signed: /\b(?:signed|concluded|initialled|reached)\b/iu,
  said: /\b(?:said|aforementioned|above-mentioned|abovementioned|same)\s*$/iu,
}

export const french: CitationPattern = {
  citation:
    /(?<before>(?:un|une|l['’]|d['’]|le|la|cet|cette|ledit|ladite|dudit|du|au|leur|son|sa|nouvel|nouveau)\s*)(?<noun>accord-cadre|accord|traité|convention|protocole d['’]accord|protocole|mémorandum d['’]entente|mémorandum)(?![\p{L}-])/giu,
  subject:
    /^\s*(?:bilatérale?\s+)?(?:de|d['’]|sur|relatif à|relatif aux|relative à|relative aux|concernant|en matière de|portant sur)\s*(?<subject>(?!\d|janvier|février|mars|avril|mai\b|juin|juillet|août|septembre|octobre|novembre|décembre)[^.,;:()\n]{3,90}?)(?=\s+(?:signée?|conclue?|paraphée?|entre|de \d|du \d|qui|que|a été|est|et signé)(?![\p{L}])|[.,;:()\n]|$)/iu,
  signed: /(?<![\p{L}])(?:signée?|conclue?|paraphée?)(?![\p{L}])/iu,
  said: /(?<![\p{L}])(?:ledit|ladite|dudit|susmentionné|précité)\s*$/iu,
}

export const arabic: CitationPattern = {
  citation:
    /(?<![\p{L}])(?<before>[وفبكل]?)(?<noun>(?:ال)?اتفاقية|(?:ال)?اتفاق|(?:ال)?معاهدة|(?:ال)?مذكرة (?:ال)?تفاهم|(?:ال)?بروتوكول|لاتفاقية|لاتفاق)(?![\p{L}])/gu,
  subject:
    /^\s*(?:(?:بشأن|حول|في مجال|الخاصة? ب|المتعلقة? ب)\s*)?(?<subject>(?!الموق|المبرم|المذكور|بين|لسنة|لعام)(?:ال|لل)?[\p{L}]{3,20}(?:\s+(?!الموق|المبرم|المذكور)(?:ال|و)[\p{L}]{2,20}){0,4})/u,
  signed: /(?:الموقعة?|الموقّعة?|المبرمة?|وُ?قِ?ّ?عت?|وُقّعت?|موقعة?)(?![\p{L}])/u,
  said: /^\s*(?:المذكورة?|المشار إليها?|ذاتها|نفسها)/u,
}
