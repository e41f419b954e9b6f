import type { Language } from '../../contract/vocabulary.ts'
import { foldWord } from './fold.ts'

/**
 * Function words: too common in their language to tell documents apart. They are left out of the stemmed index (quoted phrases
 * keep them) and they vote for the language of a passage. Written in natural spelling; compared folded.
 */
const lists: Readonly<Record<string, string>> = {
  en: `a about above after again all also am an and any are as at be because been before being below between both but by can
    could did do does doing down during each few for from further had has have having he her here hers him his how i if in into
    is it its itself just let may me might more most must my myself no nor not of off on once only or other our ours out over own
    same shall she should so some such than that the their theirs them themselves then there these they this those through to
    too under until up upon very was we were what when where which while who whom whose why will with would you your yours`,
  fr: `à afin ai ainsi alors après as au aucun aucune aussi autre autres aux avait avant avec avez avoir avons ayant c ce ceci
    cela celle celles celui ces cet cette ceux chaque chez comme comment contre d dans de depuis des donc dont du elle elles en
    encore entre es est et étaient était étant été être eu eux faire fait ici il ils j je jusque l la là laquelle le lequel les
    lesquelles lesquels leur leurs lors lorsque lui m ma mais me même mêmes mes mon n ne ni nos notre nous on ont ou où par
    parce parmi pas pendant peut peuvent plus pour pourquoi quand que quel quelle quelles quels qui quoi s sa sans se selon ses
    si soit son sont sous sur t ta te tes toi ton tous tout toute toutes très tu un une vers vos votre vous y`,
  ar: `في من على إلى الى عن أن ان إن التي الذي الذين هذا هذه ذلك تلك هو هي هم هن كان كانت يكون تكون كما ما لا لم لن قد كل
    بعد قبل بين عند عندما مع حتى أو او أم ثم لكن بل إذا اذا إذ حيث غير منذ خلال حول ضد أي أيضا ايضا به بها بهم له لها لهم لنا
    فيه فيها منه منها منهم عليه عليها عليهم إليه إليها عنه عنها هناك هنا أنه انه أنها انها إنه إنها فإن وأن وان وإن وقد ولا وما
    وهو وهي وفي ومن وعلى كذلك سوف ليس ليست لدى دون فقط و يا نحن أنا انا انت لأن لان أما اما مما لقد كانوا`,
}

const folded = new Map(
  Object.entries(lists).map(([language, words]) => [
    language,
    new Set(words.split(/\s+/).map((word) => foldWord(word))),
  ]),
)
const none: ReadonlySet<string> = new Set()

/** The function words of a language, folded; empty for a language without a list. */
export function stopWordsOf(language: Language): ReadonlySet<string> {
  return folded.get(language) ?? none
}
