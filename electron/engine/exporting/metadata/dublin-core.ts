import { accessText, dublinCoreTypes } from '../items-csv.ts'
import { type DescriptionWriter, type PackageItem, fromMetadata } from './package-contents.ts'
import { textElement, xmlDeclaration } from './xml.ts'

function dublinCore({ record, original, text, names }: PackageItem): string {
  const namesOf = (...types: readonly string[]): readonly string[] =>
    names.filter(({ type }) => types.includes(type)).map(({ name }) => name)
  const values: readonly (readonly [string, readonly string[], (string | undefined)?])[] = [
    ['title', [record.title], record.language === 'und' ? undefined : record.language],
    ['creator', [record.issuer]],
    ['subject', [...record.tags, ...namesOf('person', 'organisation')]],
    ['description', [record.summary], record.language === 'und' ? undefined : record.language],
    ['publisher', [record.issuer]],
    ['date', [record.issued]],
    ['type', [dublinCoreTypes[record.kind], 'Text']],
    ['format', [record.file.mediaType]],
    ['identifier', [record.id, record.reference, original === undefined ? '' : fromMetadata(original.name)]],
    ['source', [record.file.name, record.link]],
    ['language', [record.language]],
    ['relation', [fromMetadata(text.name), ...record.agreements.map(({ title }) => title)]],
    ['rights', [accessText(record.access)]],
    ['coverage', [record.place, ...namesOf('place', 'country')]],
  ]
  const elements = values.flatMap(([name, all, language]) =>
    [...new Set(all)].map((value) => textElement(`dc:${name}`, value, { 'xml:lang': language })),
  )
  return `<oai_dc:dc>${elements.join('')}</oai_dc:dc>\n`
}

/** `dc.xml`: simple Dublin Core (the fifteen elements of version 1.1) in an `oai_dc:dc` for each document. */
export const writeDublinCore: DescriptionWriter = function* ({ items }) {
  yield xmlDeclaration
  yield '<records xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
  for (const item of items) yield dublinCore(item)
  yield '</records>\n'
}
