import { useTranslation } from 'react-i18next'
import { useCopy } from '../../app/use-copy.ts'
import { useCall } from '../../client/use-call.ts'
import { useFormats } from '../../texts/format.ts'
import type { SearchReply } from '../search/use-search.ts'

/** Copies what can be said of a result: the query, its counts, the archive in its state, and when. Who has these can ask again. */
export function useCopyStatement(reply: SearchReply | undefined): () => void {
  const { t } = useTranslation()
  const { number, moment } = useFormats()
  const copy = useCopy()
  const { data: archive } = useCall('archive.summary', {})
  return () => {
    if (reply === undefined || archive === undefined) return
    const { query, total, others, fingerprint, coverage, at } = reply
    const statement = t('copy.stated', {
      ...{ query: query.text, understood: query.understood, fingerprint, archive: archive.title, id: archive.id },
      ...{ total: number(total), others: number(others), when: moment(at) },
      ...{ waiting: number(coverage.notYetSearchable), pictures: number(coverage.picturePages) },
    })
    copy(statement, t('copied.statement'))
  }
}
