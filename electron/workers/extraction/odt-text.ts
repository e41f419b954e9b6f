import { childElements, type DomElement, type DomNode, isElement, isText, parseXml } from './dom.ts'
import type { ExtractedText, FileMetadata } from './extracted.ts'
import { isNoTitle, metadataOf } from './metadata.ts'
import { damaged, emptyFile, encrypted } from './refusals.ts'
import { pagesOf } from './text-cleanup.ts'
import { addRow, TextFlow } from './text-flow.ts'
import type { ZipMembers } from './zip-members.ts'

const leftOut = new Set([
  'text:tracked-changes',
  'office:annotation',
  'office:annotation-end',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'office:forms',
  'text:index-title-template',
  'text:note-citation',
  'svg:title',
  'svg:desc',
  'office:scripts',
  'office:event-listeners',
])
const longestSpaces = 200

/** Notes wait until the paragraph that calls them has ended. */
interface Walk {
  readonly flow: TextFlow
  readonly notes: string[]
}

function walkChildren(node: DomNode, walk: Walk): void {
  for (const child of node.childNodes) walkNode(child, walk)
}

/** The text below an element of an OpenDocument file: its paragraphs, lists and tables, then the notes that they call. */
export function textOfOdf(node: DomNode): string {
  const inside: Walk = { flow: new TextFlow(), notes: [] }
  walkChildren(node, inside)
  return [inside.flow.toString(), ...inside.notes].join('\n')
}

function walkNote(note: DomElement, { flow, notes }: Walk): void {
  const [citation, body] = ['text:note-citation', 'text:note-body'].map((name) =>
    childElements(note).find((child) => child.nodeName === name),
  )
  const mark = citation?.textContent ?? '*'
  flow.words(`[${mark}]`)
  if (body !== undefined) notes.push(`[${mark}] ${textOfOdf(body).trim()}`)
}

function walkRows(table: DomElement, flow: TextFlow): void {
  for (const child of childElements(table)) {
    if (child.nodeName === 'table:table-row') {
      const cells = childElements(child).filter((cell) => cell.nodeName === 'table:table-cell')
      addRow(flow, cells.map(textOfOdf))
    } else if (/^table:table-(header-rows|rows|row-group)$/.test(child.nodeName)) walkRows(child, flow)
  }
}

function walkParagraph(element: DomElement, walk: Walk): void {
  walk.flow.newParagraph()
  walkChildren(element, walk)
  walk.flow.newParagraph()
}

function walkList(list: DomElement, walk: Walk): void {
  walk.flow.newLine()
  for (const item of childElements(list)) {
    if (item.nodeName === 'text:list-item') walk.flow.mark('- ')
    const inside = textOfOdf(item)
    walk.flow.exact(inside.replace(/\n{2,}/g, '\n'))
    walk.flow.mark('')
  }
  walk.flow.newLine()
}

function spacesOf(element: DomElement): string {
  const count = Number.parseInt(element.getAttribute('text:c') ?? '1', 10) || 1
  return ' '.repeat(Math.min(Math.max(count, 1), longestSpaces))
}

function walkElement(element: DomElement, walk: Walk): void {
  const { flow } = walk
  const name = element.nodeName
  if (name === 'text:p' || name === 'text:h') walkParagraph(element, walk)
  else if (name === 'text:s') flow.exact(spacesOf(element))
  else if (name === 'text:tab') flow.exact('\t')
  else if (name === 'text:line-break') flow.lineBreak()
  else if (name === 'text:note') walkNote(element, walk)
  else if (name === 'text:list') walkList(element, walk)
  else if (name === 'table:table') {
    flow.newParagraph()
    walkRows(element, flow)
    flow.newParagraph()
  } else walkChildren(element, walk)
}

function walkNode(node: DomNode, walk: Walk): void {
  if (isText(node)) {
    // Between blocks there is only the white space of the XML itself.
    walk.flow.words(node.textContent ?? '')
    return
  }
  if (!isElement(node) || leftOut.has(node.nodeName) || /^text:.*-source$/.test(node.nodeName)) return
  walkElement(node, walk)
}

async function readXml(zip: ZipMembers, name: string): Promise<DomElement | undefined> {
  const content = await zip.read(name)
  return content === undefined ? undefined : parseXml(Buffer.from(content).toString('utf8'))
}

function element(root: DomElement, name: string): DomElement | undefined {
  return [...root.querySelectorAll('*')].find((candidate) => candidate.nodeName === name)
}

/** Title, author and language that an OpenDocument file states of itself. */
export async function odfMetadata(zip: ZipMembers, format: string): Promise<FileMetadata> {
  const meta = await readXml(zip, 'meta.xml')
  if (meta === undefined) return {}
  const title = element(meta, 'dc:title')?.textContent?.trim() ?? ''
  return metadataOf({
    title: isNoTitle(title) ? undefined : title,
    titleField: `${format}:dc:title`,
    author: (element(meta, 'meta:initial-creator') ?? element(meta, 'dc:creator'))?.textContent,
    language: element(meta, 'dc:language')?.textContent,
  })
}

async function isLocked(zip: ZipMembers): Promise<boolean> {
  const manifest = await zip.read('META-INF/manifest.xml')
  return manifest !== undefined && Buffer.from(manifest).includes('encryption-data')
}

/** The element that holds the content. Throws a Refusal when the file, called `what`, is locked or has no such element. */
export async function bodyOfOdf(zip: ZipMembers, name: string, what: string): Promise<DomElement> {
  if (await isLocked(zip)) throw encrypted(what)
  const content = await readXml(zip, 'content.xml')
  const body = content === undefined ? undefined : element(content, name)
  if (body === undefined) throw damaged(what)
  return body
}

/** Reads an OpenDocument text: body, tables, lists and notes; without comments and what tracked changes have deleted. */
export async function extractOdt(zip: ZipMembers): Promise<ExtractedText> {
  const body = await bodyOfOdf(zip, 'office:text', 'OpenDocument text')
  const walk: Walk = { flow: new TextFlow(), notes: [] }
  walkChildren(body, walk)
  const pages = pagesOf([walk.flow.toString(), ...walk.notes].join('\n\n'))
  if (pages.every((page) => page.text === '')) throw emptyFile()
  const mediaType = 'application/vnd.oasis.opendocument.text'
  return { mediaType, extension: 'odt', pages, metadata: await odfMetadata(zip, 'odt') }
}
