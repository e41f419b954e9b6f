/** Prints a source as an A4 PDF through Chromium, then takes out of the file what belongs to the machine that printed it. */

const styles = `
  @page { size: A4; }
  body { margin: 0; color: #111; font: 10.7pt/1.43 'Liberation Serif', 'Times New Roman', serif; }
  html[lang='ar'] body { font: 11.4pt/1.52 'Noto Naskh Arabic', 'Traditional Arabic', serif; }
  .notice { margin: 0 1pt 16pt; padding: 4pt 8pt; border: 0.75pt solid #777; font-size: 0.82em; text-align: center; }
  h1 { margin: 0 0 6pt; font-size: 1.45em; text-align: center; letter-spacing: 0.04em; }
  html[lang='ar'] h1 { letter-spacing: 0; }
  .subtitle { margin: 0 auto 16pt; max-width: 85%; font-size: 1.08em; text-align: center; text-wrap: balance; }
  h2 { margin: 12pt 0 3pt; font-size: 1em; break-after: avoid; }
  p { margin: 0 0 5pt; orphans: 2; widows: 2; text-align: justify; }
  .point { margin-inline-start: 18pt; }
  table { width: calc(100% - 2pt); margin: 6pt 1pt 8pt; border-collapse: collapse; break-inside: avoid; }
  th, td { padding: 3pt 6pt; border: 0.5pt solid #888; text-align: start; vertical-align: top; }
  .together { break-inside: avoid; }
  .signatures { display: flex; gap: 24pt; margin-top: 18pt; break-inside: avoid; }
  .signatures div { flex: 1; text-align: center; }
  .signatures p { text-align: center; }
  .office { margin-top: 34pt; font-style: italic; }
  html[lang='ar'] .office { font-style: normal; }
`

const footer =
  '<div style="width: 100%; font: 8pt \'Liberation Serif\', serif; text-align: center">' +
  '<span class="pageNumber"></span> / <span class="totalPages"></span></div>'

/** Prints `source` in an open browser `page` and returns the bytes of the PDF, the same on every run with the same browser. */
export async function makePdf(page, source) {
  await page.setContent(html(source))
  const bytes = await page.pdf({
    format: 'A4',
    margin: { top: '22mm', bottom: '22mm', left: '24mm', right: '24mm' },
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: footer,
    tagged: true,
  })
  return withFixedDescription(bytes, source.date)
}

function html({ title, language, blocks }) {
  const direction = language === 'ar' ? 'rtl' : 'ltr'
  const loose = blocks.filter((block) => !block.together)
  const together = blocks.filter((block) => block.together)
  return `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8">
<title>${escaped(title)}</title><style>${styles}</style></head><body>
${loose.map(blockHtml).join('\n')}
<section class="together">${together.map(blockHtml).join('\n')}</section></body></html>`
}

function blockHtml(block) {
  if (block.type === 'table') return tableHtml(block.rows)
  if (block.type === 'signatures') return signaturesHtml(block.signatories)
  if (block.type === 'title') return `<h1>${escaped(block.text)}</h1>`
  if (block.type === 'heading') return `<h2>${escaped(block.text)}</h2>`
  if (block.type === 'item') return `<p class="point">– ${escaped(block.text)}</p>`
  return `<p class="${block.type}">${escaped(block.text)}</p>`
}

function tableHtml([header, ...rows]) {
  const row = (cells, tag) => `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`
  const body = rows.map((cells) => row(cells, 'td')).join('')
  return `<table><thead>${row(header, 'th')}</thead><tbody>${body}</tbody></table>`
}

function signaturesHtml(signatories) {
  const one = ({ party, office }) => `<div><p>${escaped(party)}</p><p class="office">${escaped(office)}</p></div>`
  return `<div class="signatures">${signatories.map(one).join('')}</div>`
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/**
 * Chromium writes its own name, its version and the hour into the PDF. Each is replaced by text of the same length,
 * because the cross-reference table at the end counts bytes.
 */
function withFixedDescription(bytes, date) {
  const stamp = `D:${date.replaceAll('-', '')}120000+00'00'`
  const text = replaceEach(bytes.toString('latin1'), [
    [/\/Creator \((?:\\.|[^\\)])*\)/g, '/Creator (Chancery sample)'],
    [/\/Producer \([^)]*\)/g, '/Producer (Skia/PDF)'],
    [/\/CreationDate \([^)]*\)/g, `/CreationDate (${stamp})`],
    [/\/ModDate \([^)]*\)/g, `/ModDate (${stamp})`],
  ])
  return Buffer.from(text, 'latin1')
}

function replaceEach(text, replacements) {
  return replacements.reduce((soFar, [pattern, replacement]) => {
    if (!pattern.test(soFar)) throw new Error(`The PDF has nothing that matches ${pattern}.`)
    return soFar.replace(pattern, (found) => sameLength(found, replacement))
  }, text)
}

function sameLength(found, replacement) {
  if (replacement.length > found.length) throw new Error(`No room for ${replacement} in ${found}.`)
  return replacement.padEnd(found.length)
}
