import { buffer } from 'node:stream/consumers'
import mammoth from 'mammoth'
import { ZipFile } from 'yazl'
import { parseXml } from './dom.ts'
import type { ExtractedText, FileMetadata } from './extracted.ts'
import { textOfHtml } from './html-text.ts'
import { isNoTitle, metadataOf } from './metadata.ts'
import { damaged, emptyFile } from './refusals.ts'
import { pagesOf } from './text-cleanup.ts'
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

/** Reads a Word document: body, tables, lists, foot- and endnotes; insertions stay and deletions do not. */
export async function extractDocx(zip: ZipMembers): Promise<ExtractedText> {
  const nothing = mammoth.images.imgElement(() => Promise.resolve({ src: '' }))
  let html: string
  try {
    const result = await mammoth.convertToHtml({ buffer: await storedCopy(zip) }, { convertImage: nothing })
    html = result.value
  } catch (error) {
    throw damaged('Word document', error)
  }
  const pages = pagesOf(textOfHtml(html))
  if (pages.every((page) => page.text === '')) throw emptyFile()
  const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return { mediaType, extension: 'docx', pages, metadata: await coreMetadata(zip) }
}
