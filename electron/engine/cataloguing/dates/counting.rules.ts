const countedThings = {
  en: `million|thousand|soldiers|troops|people|persons|men|women|personnel|dollars|euros|dirhams|villages|schools|units|companies|
    families|homes|houses|jobs|participants|delegates|refugees|victims|children|students|vehicles|tons`,
  fr: `milliard|soldats|personnes|hommes|femmes|francs|militaires|habitants|jeunes|civils|mètres|tonnes`,
  ar: `جندي|شخص|دولار|درهم|دينار|مليون|مليار|كلم|كيلومتر|متر|طن|عسكري|عنصر|مشارك|مواطن`,
  measures: String.raw`km|kilom|met|m\b|kg|mm`,
}

const things = Object.values(countedThings).join('|').replace(/\s+/g, '')
const countedAfter = new RegExp(String.raw`^\s*[%°‰$€£¥]|^[.,:]\d|^[-‐]\p{L}|^\s+(?:${things})`, 'iu')
/** `and 2000` in `between 1500 and 2000 soldiers`. */
const secondNumber = /^\s*(?:[-–]|and|to|or|et|à|ou)\s*\d[\d,.]*/u
/** How far behind a number the thing may stand that it counts. */
const reach = 40

/** Whether the number that ends at a place of a text counts what stands after it: soldiers, dollars, kilometres. */
export const isCounted = (text: string, end: number): boolean =>
  countedAfter.test(text.slice(end, end + reach).replace(secondNumber, ''))

const uncountable =
  /^(?:$|\s*(?:[.,;:!?)»"،؛؟]|$)|\s+(?:of|and|or|at|in|with|for|to|by|is|was|until|from|et|ou|à|au|avec|pour|dans|en|de|du|ce|cette|le|من|إلى|في|و|أو|هذا)(?!\p{L}))/u

/** Whether nothing follows that a number could count: the end, a stop, or a word that counts for nothing. */
export const isAlone = (text: string, end: number): boolean => uncountable.test(text.slice(end, end + reach))
