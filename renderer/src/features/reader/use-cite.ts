import { useTranslation } from 'react-i18next'
import { useCopy } from '../../app/use-copy.ts'
import { useClient } from '../../client/use-client.ts'
import type { DocumentRecord } from './ReaderPane.tsx'

interface Quotation {
  readonly page: number
  readonly start: number
  readonly end: number
}

/** Where the words that are selected on the page stand in the text of the document; nothing where they do not. */
function selectedWords(pages: DocumentRecord['pages']): Quotation | undefined {
  const words = document.getSelection()?.toString().trim().split(/\s+/u) ?? []
  if (words[0] === undefined || words[0] === '') return undefined
  const pattern = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('\\s+'), 'u')
  for (const { number, text } of pages) {
    const found = pattern.exec(text)
    if (found !== null) return { page: number, start: found.index, end: found.index + found[0].length }
  }
  return undefined
}

/** Copies a citation of a document in the language of the page, with the words that are selected in it. */
export function useCite({ id, pages }: DocumentRecord): () => void {
  const { t, i18n } = useTranslation()
  const client = useClient()
  const copy = useCopy()
  return () => {
    const language = i18n.language === 'fr' || i18n.language === 'ar' ? i18n.language : 'en'
    const quotation = selectedWords(pages)
    const cited = client.call('documents.cite', { id, language, ...(quotation !== undefined && { quotation }) })
    copy(
      cited.then(({ text }) => text),
      t('copied.citation'),
    )
  }
}
