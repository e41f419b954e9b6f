import DOMPurify from 'dompurify'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FailedState } from '../ui/States.tsx'
import styles from './Viewer.module.css'

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

/** The page without scripts, forms, frames and anything that is fetched; `undefined` when this browser cannot clean it. */
function cleanPage(html: string): string | undefined {
  if (!DOMPurify.isSupported) return undefined
  const body = DOMPurify.sanitize(html, {
    WHOLE_DOCUMENT: true,
    FORBID_TAGS: ['iframe', 'object', 'embed', 'form', 'input', 'button', 'base', 'link', 'meta', 'audio', 'video'],
    ALLOW_DATA_ATTR: false,
  })
  // Before everything, never spliced in: what is put at a place found inside somebody's page can be led astray by that page.
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">${body}`
}

/** A web page as it was imported, cleaned, in a frame that may do nothing but show it. */
export function HtmlOriginal({ html }: { readonly html: string }): ReactNode {
  const { t } = useTranslation()
  const page = useMemo(() => cleanPage(html), [html])
  if (page === undefined) return <FailedState error={new Error('This browser cannot clean web pages.')} />
  return <iframe className={styles.frame} sandbox="" srcDoc={page} title={t('reader.html')} />
}
