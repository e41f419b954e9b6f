/** Conjunctions and prepositions written onto the article, longest first; what remains must be a word of at least two letters. */
const articlePrefixes = ['وبال', 'وكال', 'ولل', 'فبال', 'فال', 'وال', 'بال', 'كال', 'لل', 'ال']
const articlePattern = new RegExp(`^(?:${articlePrefixes.join('|')})(?=..)`)
const suffixes = ['هما', 'ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'هم', 'نا', 'ه', 'ي']

/** Endings that are cut again and again while at least this many letters remain. */
const shortestStem = 3

function cutSuffix(word: string): string {
  const suffix = suffixes.find((ending) => word.length - ending.length >= shortestStem && word.endsWith(ending))
  return suffix === undefined ? word : word.slice(0, -suffix.length)
}

/**
 * A light stem of a folded Arabic word: leading و, the article with the clitics before it, then endings of number, gender and
 * possession. Light stemming keeps the pattern of the root, which serves retrieval better than reducing words to roots
 * (Larkey, Ballesteros and Connell, "Light Stemming for Arabic Information Retrieval", 2007).
 */
export function stemArabic(folded: string): string {
  let stem = folded
  if (stem.length > 4 && stem.startsWith('و') && !articlePattern.test(stem)) stem = stem.slice(1)
  stem = stem.replace(articlePattern, '')
  for (let round = 0; round < 3; round++) {
    const shorter = cutSuffix(stem)
    if (shorter === stem) break
    stem = shorter
  }
  return stem
}
