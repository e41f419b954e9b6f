import type { BatchRow } from '../../contract/schemas.ts'
import type { ReadHandlers } from '../context.ts'
import { fingerprintOf } from '../preservation/fingerprint.ts'
import { quickFindOf } from '../quick-find/quick-find.ts'
import { runSearch } from './run-search.ts'
import { answerOfBatch, batchCsv, queriesOfCsv } from './search-batch.ts'

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export const searchReadHandlers: ReadHandlers<'search.run' | 'search.suggest' | 'search.batch'> = {
  'search.run': (context, input) => runSearch(context, input),
  'search.suggest': async ({ db }, { text, limit, commands }, { signal }) => {
    const finder = quickFindOf(db)
    while (finder.buildNext()) {
      await breathe()
      signal.throwIfAborted()
    }
    return finder.suggest(text, limit, commands)
  },
  'search.batch': async (context, { queries, limit }, { signal }) => {
    const rows: BatchRow[] = []
    for (const query of 'csv' in queries ? queriesOfCsv(queries.csv) : queries) {
      rows.push(answerOfBatch(context, query, limit))
      await breathe()
      signal.throwIfAborted()
    }
    return { rows, csv: batchCsv(rows), at: Date.now(), fingerprint: fingerprintOf(context) }
  },
}
