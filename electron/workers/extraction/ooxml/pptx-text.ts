import { childElements, type DomElement } from '../dom.ts'
import type { ExtractedPage, ExtractedText } from '../extracted.ts'
import { emptyFile } from '../refusals.ts'
import { cleanText } from '../text-cleanup.ts'
import type { ZipMembers } from '../zip-members.ts'
import { elementsNamed, officeMetadata, partOf, relationsOf } from './zip-parts.ts'

const presentation = 'ppt/presentation.xml'

function paragraphText(paragraph: DomElement): string {
  return childElements(paragraph)
    .map((run) =>
      run.nodeName === 'a:br'
        ? '\n'
        : elementsNamed(run, 'a:t')
            .map((text) => text.textContent ?? '')
            .join(''),
    )
    .join('')
}

const paragraphsOf = (shape: DomElement): string =>
  elementsNamed(shape, 'a:p')
    .map(paragraphText)
    .filter((line) => line.trim() !== '')
    .join('\n')

function tableText(table: DomElement): string {
  return elementsNamed(table, 'a:tr')
    .map((row) =>
      elementsNamed(row, 'a:tc')
        .map((cell) => paragraphsOf(cell).replace(/\s+/g, ' '))
        .join('\t'),
    )
    .join('\n')
}

const placeholderOf = (shape: DomElement): string => elementsNamed(shape, 'p:ph')[0]?.getAttribute('type') ?? ''
/** What the master repeats on every slide. */
const isOwn = (shape: DomElement): boolean => !['dt', 'ftr', 'sldNum'].includes(placeholderOf(shape))

/** Shapes and tables in the order of the file, those in groups with them. */
function blocksOf(slide: DomElement, isWanted: (shape: DomElement) => boolean): string[] {
  const title: string[] = []
  const rest: string[] = []
  // What newer programs show comes a second time for the older ones.
  const repeated = new Set(elementsNamed(slide, 'mc:Fallback').flatMap((part) => [...part.querySelectorAll('*')]))
  for (const element of slide.querySelectorAll('*')) {
    if (repeated.has(element)) continue
    if (element.nodeName === 'a:tbl') rest.push(tableText(element))
    if (element.nodeName !== 'p:sp' || !isWanted(element)) continue
    const isTitle = ['title', 'ctrTitle'].includes(placeholderOf(element))
    ;(isTitle ? title : rest).push(paragraphsOf(element))
  }
  return [...title, ...rest].filter((block) => block.trim() !== '')
}

async function notesOf(zip: ZipMembers, slide: string): Promise<string[]> {
  const blocks: string[] = []
  for (const target of (await relationsOf(zip, slide)).values()) {
    if (!/(?:notesSlide|comment|diagrams\/data)\d*\.xml$/.test(target)) continue
    const part = await partOf(zip, target)
    if (part === undefined) continue
    // The words of a diagram stand in a part of their own.
    if (target.includes('/diagrams/')) blocks.unshift(paragraphsOf(part))
    else if (target.includes('notesSlide')) blocks.push(...blocksOf(part, isOwn))
    else blocks.push(...elementsNamed(part, 'p:text').map((text) => text.textContent ?? ''))
  }
  return blocks.filter((block) => block.trim() !== '')
}

async function slideNames(zip: ZipMembers): Promise<string[]> {
  const whole = await partOf(zip, presentation)
  const relations = await relationsOf(zip, presentation)
  const inOrder = whole === undefined ? [] : elementsNamed(whole, 'p:sldId')
  const named = inOrder.flatMap((slide) => relations.get(slide.getAttribute('r:id') ?? '') ?? [])
  if (named.length > 0) return named
  const number = (name: string): number => Number(/\d+/.exec(name)?.[0] ?? 0)
  return zip.names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).sort((a, b) => number(a) - number(b))
}

async function slidePages(zip: ZipMembers, isWanted: (shape: DomElement) => boolean): Promise<ExtractedPage[]> {
  const pages: ExtractedPage[] = []
  for (const name of await slideNames(zip)) {
    const slide = await partOf(zip, name)
    const blocks = slide === undefined ? [] : [...blocksOf(slide, isWanted), ...(await notesOf(zip, name))]
    const text = cleanText(blocks.join('\n\n'))
    pages.push({ text, grade: text === '' ? 'empty' : 'text' })
  }
  return pages
}

const isBlank = (pages: readonly ExtractedPage[]): boolean => pages.every((page) => page.text === '')

/**
 * Reads a presentation: a page for each slide, its title first, its speaker's notes last; dates, footers and slide numbers only where
 * there is nothing else. Throws a Refusal when there are no words.
 */
export async function extractPptx(zip: ZipMembers): Promise<ExtractedText> {
  const own = await slidePages(zip, isOwn)
  const pages = isBlank(own) ? await slidePages(zip, () => true) : own
  if (isBlank(pages)) throw emptyFile()
  return {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extension: 'pptx',
    pages,
    metadata: await officeMetadata(zip, 'pptx'),
  }
}
