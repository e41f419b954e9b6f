import type { CataloguedRecord } from '../../documents/records.store.ts'
import { accessText, dublinCoreTypes } from '../items-csv.ts'
import { escapeXml } from '../metadata/xml.ts'
import { type ListFormat, type ListHead, countText } from './list-format.ts'

const style = `@page{size:A4;margin:22mm 20mm}body{max-width:44em;margin:2em auto;padding:0 1em;font:11pt/1.5 Georgia,serif;color:#111;background:#fff}h1{font-size:24pt;line-height:1.2}h2{font-size:15pt;line-height:1.25}.facts,.about{color:#555;font-size:9pt}ol{padding-inline-start:2em}nav a{color:inherit}section{break-before:page}p{white-space:pre-line;orphans:3;widows:3}h2,.facts{break-after:avoid}@media print{body{margin:0;padding:0;max-width:none}}`

function cover({ title, archive, date, documents }: ListHead): string {
  const items = documents.map(
    ({ id, title: name, issued }) =>
      `<li><a href="#${id}" dir="auto">${escapeXml(name)}</a>${issued === '' ? '' : ` <span class="about">${escapeXml(issued)}</span>`}</li>`,
  )
  const name = escapeXml(title === '' ? archive : title)
  return `<h1 dir="auto">${name}</h1>\n<p class="about"><bdi>${escapeXml(archive)}</bdi> · ${date.toISOString().slice(0, 10)} · ${countText(documents.length)}</p>\n<nav><ol>\n${items.join('\n')}\n</ol></nav>\n`
}

const facts = ({ kind, issued, issuer, place, reference, id, file, access }: CataloguedRecord): string =>
  [dublinCoreTypes[kind], issued, issuer, place, reference, accessText(access), id]
    .concat(file.sha256 === '' ? [] : [`SHA-256 ${file.sha256}`])
    .filter((fact) => fact !== '')
    .map((fact) => `<bdi>${escapeXml(fact)}</bdi>`)
    .join(' · ')

const paragraphs = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => `<p dir="auto">${escapeXml(each)}</p>`)
    .join('\n')

/** A page to be printed: a cover with the contents, then each text with its facts on a page of its own. Runs no script, loads nothing. */
export const print: ListFormat = {
  begin: (head) =>
    `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${escapeXml(head.title === '' ? head.archive : head.title)}</title>\n<style>${style}</style>\n</head>\n<body>\n${cover(head)}`,
  item: (record) =>
    `<section id="${record.id}"${record.language === 'und' ? '' : ` lang="${record.language}"`}>\n<h2 dir="auto">${escapeXml(record.title)}</h2>\n<p class="facts">${facts(record)}</p>\n${record.pages.map(({ text }) => paragraphs(text)).join('\n')}\n</section>\n`,
  end: '</body>\n</html>\n',
}
