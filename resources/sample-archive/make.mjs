/**
 * Makes the PDF and Word documents of the sample archive from `source/`.
 * Run from anywhere: `node resources/sample-archive/make.mjs`. Needs Chromium, and a font with Arabic letters
 * (Noto Naskh Arabic) for the Arabic PDF. The text and HTML documents are written by hand and are left alone.
 */

import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { chromium } from 'playwright'
import { makeDocx } from './make/docx.mjs'
import { makePdf } from './make/pdf.mjs'
import { readSource } from './make/source.mjs'

const sourceFolder = new URL('source/', import.meta.url)
const documentsFolder = new URL('documents/', import.meta.url)
const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Starts the first browser found. Throws where there is none, saying where it looked. */
async function launchBrowser() {
  const executablePath = browsers.find((path) => existsSync(path))
  if (!executablePath) throw new Error(`No Chromium at ${browsers.join(', ')}.`)
  // Chromium refuses its sandbox to root; the pages printed here are our own.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath, args })
}

async function make(fileName, page) {
  const source = readSource(await readFile(new URL(fileName, sourceFolder), 'utf8'), fileName)
  const bytes = source.to === 'pdf' ? await makePdf(page, source) : await makeDocx(source)
  const made = fileName.replace(/\.txt$/, `.${source.to}`)
  await writeFile(new URL(made, documentsFolder), bytes)
  process.stdout.write(`${made} ${Math.ceil(bytes.length / 1000)} kB\n`)
}

const browser = await launchBrowser()
try {
  const page = await browser.newPage()
  for (const fileName of (await readdir(sourceFolder)).sort()) await make(fileName, page)
} finally {
  await browser.close()
}
