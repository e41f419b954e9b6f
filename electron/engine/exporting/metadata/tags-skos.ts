import { pathAndAncestors } from '../../tags/tags.rules.ts'
import { jsonLines } from './json.ts'
import type { DescriptionWriter, PackageContents } from './package-contents.ts'

const idOf = (path: string): string => `#tag-${encodeURIComponent(path)}`

function* concepts({ items }: PackageContents): Generator {
  const tagged = new Map<string, string[]>()
  for (const { record } of items)
    for (const tag of record.tags) tagged.set(tag, [...(tagged.get(tag) ?? []), `#${record.id}`])
  const paths = [...new Set([...tagged.keys()].flatMap((path) => pathAndAncestors(path)))].sort()
  yield {
    '@id': '#tags',
    '@type': 'skos:ConceptScheme',
    hasTopConcept: paths.filter((path) => !path.includes('/')).map(idOf),
  }
  for (const path of paths) {
    const parts = path.split('/')
    const above = parts.slice(0, -1).join('/')
    yield {
      ...{ '@id': idOf(path), '@type': 'skos:Concept', inScheme: '#tags', prefLabel: parts.at(-1), notation: path },
      ...(above === '' ? { topConceptOf: '#tags' } : { broader: idOf(above) }),
      ...(tagged.has(path) ? { isSubjectOf: tagged.get(path) } : {}),
    }
  }
}

const link = (id: string): { readonly '@id': string; readonly '@type': '@id' } => ({ '@id': id, '@type': '@id' })
const context = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  ...{ prefLabel: 'skos:prefLabel', notation: 'skos:notation', inScheme: link('skos:inScheme') },
  ...{ broader: link('skos:broader'), topConceptOf: link('skos:topConceptOf') },
  ...{ hasTopConcept: link('skos:hasTopConcept'), isSubjectOf: link('https://schema.org/subjectOf') },
}

/** `tags.jsonld`: the tags of the documents as a SKOS concept scheme, with the documents that have them. */
export const writeTags: DescriptionWriter = (contents) =>
  jsonLines(`{"@context":${JSON.stringify(context)},"@graph":[`, concepts(contents), ']}')
