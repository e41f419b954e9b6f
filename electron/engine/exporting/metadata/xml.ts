const notInXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Most texts have neither markup nor what needs a closer look. */
const isPlain = /^[\t\n\r\u0020!\u0023-%'-;=?-\ud7ff]*$/

/** Text as XML 1.0 has it: markup escaped, characters that no XML document may hold left out. */
export const escapeXml = (text: string): string =>
  isPlain.test(text) ? text : text.replace(notInXml, '').replace(/[&<>"]/g, (character) => entities[character] ?? '')

type Attributes = Readonly<Record<string, string | undefined>>

const attributesOf = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeXml(value)}"`))
    .join('')

/** An element around text; nothing for an empty text, so that no schema meets an empty element. */
export const textElement = (name: string, text: string, attributes: Attributes = {}): string => {
  const escaped = escapeXml(text).trim()
  return escaped === '' ? '' : `<${name}${attributesOf(attributes)}>${escaped}</${name}>`
}

/** An element around elements. */
export const element = (name: string, children: readonly string[], attributes: Attributes = {}): string =>
  `<${name}${attributesOf(attributes)}>${children.join('')}</${name}>`

/** An element without content. */
export const emptyElement = (name: string, attributes: Attributes): string => `<${name}${attributesOf(attributes)}/>`

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
