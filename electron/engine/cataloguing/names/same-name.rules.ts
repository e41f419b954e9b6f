import { foldWord } from '../../language/fold.ts'

/** Under which spellings of a name meet. */
export const nameKey = (name: string): string => name.split(/\s+/u).map(foldWord).sort().join(' ')
