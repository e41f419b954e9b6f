import { childElements, type DomElement, type DomNode, isElement, isText } from './dom.ts'
import { addRow, TextFlow } from './text-flow.ts'

const neverText = new Set(
  'script style noscript template head iframe object embed svg math canvas audio video select textarea button datalist'.split(
    ' ',
  ),
)
const blocks = new Set(
  (
    'address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section summary table ul body html'
  ).split(' '),
)
/** Blocks that do not stand apart from the line before and after them by themselves. */
const closeBlocks = new Set(['div', 'dt', 'dd', 'body', 'html', 'address', 'center', 'form', 'summary', 'details'])

export interface BlockOptions {
  /** Leaves out menus and what the page hides. */
  readonly leaveOutMenus: boolean
}

function isHidden(element: DomElement): boolean {
  if (element.getAttribute('hidden') !== null) return true
  return /display\s*:\s*none/i.test(element.getAttribute('style') ?? '')
}

function isLeftOut(element: DomElement, options: BlockOptions): boolean {
  if (neverText.has(element.localName)) return true
  if (!options.leaveOutMenus) return false
  return (
    element.localName === 'nav' || element.getAttribute('role') === 'navigation' || isHidden(element) || isMenu(element)
  )
}

const menuName =
  /(^|[\s_-])(menu|nav|navbar|navigation|breadcrumbs?|skip|skiplinks?|evitement|acces-?rapide)([\s_-]|$)/i

/** A menu is named so by its author and holds hardly anything but links; a dinner's menu holds none. */
function isMenu(element: DomElement): boolean {
  const names = `${element.getAttribute('id') ?? ''} ${element.getAttribute('class') ?? ''}`
  if (element.localName === 'body' || !menuName.test(names)) return false
  const length = (text: string | null): number => (text ?? '').replace(/\s+/g, '').length
  const linked = [...element.querySelectorAll('a')].reduce((sum, link) => sum + length(link.textContent), 0)
  return linked > length(element.textContent) * 0.8
}

/** Word's footnotes come with an arrow back to where they were called. */
function isWayBack(element: DomElement): boolean {
  return element.localName === 'a' && element.textContent?.trim() === '↑'
}

function walkChildren(node: DomNode, flow: TextFlow, options: BlockOptions): void {
  for (const child of node.childNodes) walk(child, flow, options)
}

function walkList(list: DomElement, flow: TextFlow, options: BlockOptions): void {
  let number = Number.parseInt(list.getAttribute('start') ?? '1', 10) || 1
  const isNumbered = list.localName === 'ol'
  flow.newLine()
  for (const child of list.childNodes) {
    if (isElement(child) && child.localName === 'li' && !isLeftOut(child, options)) {
      flow.mark(isNumbered ? `${number++}. ` : '- ')
      walkChildren(child, flow, options)
      flow.mark('')
    } else walk(child, flow, options)
  }
}

function walkTable(table: DomElement, flow: TextFlow, options: BlockOptions): void {
  for (const child of childElements(table)) {
    if (child.localName === 'tr') {
      const cells = childElements(child).filter((cell) => !isLeftOut(cell, options))
      addRow(
        flow,
        cells.map((cell) => {
          const inside = new TextFlow()
          walkChildren(cell, inside, options)
          return inside.toString()
        }),
      )
    } else if (['thead', 'tbody', 'tfoot'].includes(child.localName)) walkTable(child, flow, options)
    else walk(child, flow, options)
  }
}

function border(element: DomElement, flow: TextFlow): void {
  const name = element.localName
  if (!blocks.has(name)) return
  if (closeBlocks.has(name)) flow.newLine()
  else flow.newParagraph()
}

function walk(node: DomNode, flow: TextFlow, options: BlockOptions): void {
  if (isText(node)) {
    flow.words(node.textContent ?? '')
    return
  }
  if (!isElement(node) || isLeftOut(node, options) || isWayBack(node)) return
  border(node, flow)
  switch (node.localName) {
    case 'br':
      flow.lineBreak()
      break
    case 'pre':
      flow.exact((node.textContent ?? '').replace(/\r\n?/g, '\n'))
      break
    case 'ul':
    case 'ol':
      walkList(node, flow, options)
      break
    case 'table':
      walkTable(node, flow, options)
      break
    case 'tr':
    case 'td':
    case 'th':
    case 'li':
    case 'option':
      flow.newLine()
      walkChildren(node, flow, options)
      flow.newLine()
      break
    default:
      walkChildren(node, flow, options)
  }
  border(node, flow)
}

/** The text under `root`, block by block: a paragraph apart from the next, a row of cells with tabs, a list with its marks. */
export function blockText(root: DomNode, options: BlockOptions): string {
  const flow = new TextFlow()
  walkChildren(root, flow, options)
  return flow.toString()
}
