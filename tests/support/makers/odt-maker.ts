import { makeZip, type ZipContents } from './zip-maker.ts'

const namespaces = ['office', 'text', 'table', 'style', 'meta']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')
const xml = (root: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:${root} ${namespaces} xmlns:dc="http://purl.org/dc/elements/1.1/">${content}</office:${root}>`

/** An OpenDocument text whose body is `body`, given as XML; `more` adds members or replaces them. */
export function makeOdt(body: string, options: { title?: string; more?: ZipContents } = {}): Promise<Uint8Array> {
  const { title = '', more = {} } = options
  return makeZip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': xml('document-content', `<office:body><office:text>${body}</office:text></office:body>`),
    'meta.xml': xml('document-meta', `<office:meta><dc:title>${title}</dc:title></office:meta>`),
    'META-INF/manifest.xml': '<manifest/>',
    ...more,
  })
}
