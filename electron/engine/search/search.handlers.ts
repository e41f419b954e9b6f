import type { ReadHandlers } from '../context.ts'
import { quickFindOf } from './quick-find.ts'
import { runSearch } from './run-search.ts'

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export const searchReadHandlers: ReadHandlers<'search.run' | 'search.suggest'> = {
  'search.run': (context, input) => runSearch(context, input),
  'search.suggest': async ({ db }, { text, limit }, { signal }) => {
    const finder = quickFindOf(db)
    while (finder.buildNext()) {
      await breathe()
      signal.throwIfAborted()
    }
    return finder.suggest(text, limit)
  },
}
