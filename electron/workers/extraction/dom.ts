import { DOMParser, parseHTML } from 'linkedom'

/** The part of a DOM that extraction reads. */
export interface DomNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: Iterable<DomNode>
}

export interface DomElement extends DomNode {
  readonly localName: string
  getAttribute(name: string): string | null
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
}

const elementNode = 1
const textNode = 3
const cdataNode = 4

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === elementNode
}

export function isText(node: DomNode): boolean {
  return node.nodeType === textNode || node.nodeType === cdataNode
}

/** Parses a page or a fragment, however broken. No script runs and nothing is fetched. Gives the document node. */
export function parsePage(html: string): DomElement {
  const { document } = parseHTML(html) as unknown as { document: DomElement }
  return document
}

/** Parses XML leniently. Document types are skipped over, so that no entity of theirs is ever expanded or fetched. */
export function parseXml(xml: string): DomElement {
  // A byte order mark is no part of the document.
  return new DOMParser().parseFromString(xml.replace(/^\uFEFF/, ''), 'text/xml') as unknown as DomElement
}

/** The children of a node that are elements. */
export function childElements(node: DomNode): DomElement[] {
  return [...node.childNodes].filter(isElement)
}
