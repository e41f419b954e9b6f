import { buffer } from 'node:stream/consumers'
import mammoth from 'mammoth'
import { ZipFile } from 'yazl'
import { type DomElement, parseXml } from './dom.ts'
import type { ExtractedText, FileMetadata } from './extracted.ts'
import { textOfHtml } from './html-text.ts'
import { isNoTitle, metadataOf } from './metadata.ts'
import { damaged, emptyFile } from './refusals.ts'
import { cleanText, pagesOf } from './text-cleanup.ts'
import type { ZipMembers } from './zip-members.ts'

/** mammoth inflates without a bound, so it gets a copy of the parts that hold text, inflated within ours and stored plainly. */
async function storedCopy(zip: ZipMembers): Promise<Buffer> {
  const copy = new ZipFile()
  for (const name of new Set(zip.names)) {
    if (!/\.(xml|rels)$/i.test(name) || /theme|webSettings|fontTable/i.test(name)) continue
    const content = await zip.read(name)
    if (content !== undefined) copy.addBuffer(Buffer.from(content), name, { compress: false })
  }
  copy.end()
  return buffer(copy.outputStream)
}

async function coreMetadata(zip: ZipMembers): Promise<FileMetadata> {
  const core = await zip.read('docProps/core.xml')
  if (core === undefined) return {}
  const fields = new Map<string, string>()
  for (const element of parseXml(Buffer.from(core).toString('utf8')).querySelectorAll('*')) {
    fields.set(element.nodeName.toLowerCase(), element.textContent ?? '')
  }
  const title = fields.get('dc:title')?.trim() ?? ''
  return metadataOf({
    title: isNoTitle(title) ? undefined : title,
    titleField: 'docx:dc:title',
    author: fields.get('dc:creator'),
    language: fields.get('dc:language'),
  })
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function paragraphLine(paragraph: DomElement): string {
  const pieces = [...paragraph.querySelectorAll('*')].map((element) => {
    if (element.nodeName === 'w:t') return element.textContent ?? ''
    return element.nodeName === 'w:tab' || element.nodeName === 'w:br' ? ' ' : ''
  })
  return oneLine(pieces.join(''))
}

const isPageNumber = (line: string): boolean =>
  !/\p{L}/u.test(line) || /^(page|صفحة)?[\s\d/]*(of|sur|de|من)?[\s\d]*$/iu.test(line)

/** Lines of headers and footers that the body does not hold: a letterhead, a reference number; page numbers are none. */
async function marginLines(zip: ZipMembers, body: string): Promise<string[]> {
  const known = new Set([oneLine(body)])
  const isKnown = (line: string): boolean => [...known].some((text) => text.includes(line))
  const lines: string[] = []
  for (const name of zip.names.filter((member) => /^word\/(header|footer)\d*\.xml$/.test(member))) {
    const part = await zip.read(name)
    const paragraphs = [...parseXml(Buffer.from(part ?? []).toString('utf8')).querySelectorAll('*')]
    for (const paragraph of paragraphs.filter((element) => element.nodeName === 'w:p')) {
      const line = paragraphLine(paragraph)
      if (isPageNumber(line) || isKnown(line)) continue
      known.add(line)
      lines.push(line)
    }
  }
  return lines
}

/** Reads a Word document: what its headers and footers hold besides comes last; body, tables, lists, foot- and endnotes; insertions stay and deletions do not. */
export async function extractDocx(zip: ZipMembers): Promise<ExtractedText> {
  const nothing = mammoth.images.imgElement(() => Promise.resolve({ src: '' }))
  let html: string
  try {
    const result = await mammoth.convertToHtml({ buffer: await storedCopy(zip) }, { convertImage: nothing })
    html = result.value
  } catch (error) {
    throw damaged('Word document', error)
  }
  const body = cleanText(textOfHtml(html))
  const margins = await marginLines(zip, body)
  const pages = pagesOf([body, ...margins].filter((text) => text !== '').join('\n\n'))
  if (pages.every((page) => page.text === '')) throw emptyFile()
  const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return { mediaType, extension: 'docx', pages, metadata: await coreMetadata(zip) }
}
