import { type DescriptionWriter, type PackageItem, encodePath } from './package-contents.ts'
import { escapeXml } from './xml.ts'

const href = (name: string): string => escapeXml(encodePath(name.replace(/^data\//, '')))

function row({ record, original, text }: PackageItem): string {
  const language = record.language === 'und' ? '' : ` lang="${record.language}"`
  const link = original === undefined ? '' : `<a href="${href(original.name)}">${escapeXml(record.file.name)}</a>`
  return `<tr><td>${escapeXml(record.issued)}</td><td dir="auto"${language}>${escapeXml(record.title)}</td><td dir="auto">${link}</td><td><a href="${href(text.name)}">text</a></td></tr>\n`
}

const style =
  'body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{text-align:start;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #ccc;vertical-align:top}td:first-child{white-space:nowrap}'

/** `ro-crate-preview.html`: the payload as a page, for whoever opens the crate by hand. It loads nothing. */
export const writeCratePreview: DescriptionWriter = function* ({ title, archive, date, items }) {
  const name = escapeXml(title === '' ? archive.title : title)
  yield `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${name}</title><style>${style}</style></head><body><main>\n`
  yield `<h1 dir="auto">${name}</h1><p>${items.length} documents of the archive ${escapeXml(archive.title)}, exported on ${date.toISOString().slice(0, 10)}. <a href="ro-crate-metadata.json">Description for machines</a>, <a href="metadata/items.csv">list</a>.</p>\n`
  yield '<table><thead><tr><th scope="col">Issued</th><th scope="col">Title</th><th scope="col">Original</th><th scope="col">Text</th></tr></thead><tbody>\n'
  for (const item of items) yield row(item)
  yield '</tbody></table></main></body></html>\n'
}
