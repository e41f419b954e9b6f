import { itemsCsv } from '../items-csv.ts'
import { writeAgreementsCsv, writeAgreementsJson } from './agreements-lists.ts'
import { writeAtomCsv } from './atom-csv.ts'
import { writeColumnDictionary } from './column-dictionary.ts'
import { writeDublinCore } from './dublin-core.ts'
import { writeEad2002, writeEad3 } from './finding-aid.ts'
import { writeNamesCsv, writeNamesJson } from './names-lists.ts'
import type { DescriptionWriter } from './package-contents.ts'
import { writePremis } from './premis.ts'
import { writeRoCrate } from './ro-crate.ts'
import { writeCratePreview } from './ro-crate-preview.ts'
import { writeTags } from './tags-skos.ts'

const writeItems: DescriptionWriter = function* ({ items }) {
  yield itemsCsv.header()
  for (const { record, pages, original, text } of items)
    yield itemsCsv.row({ record, pages, original: original?.name ?? '', text: text.name })
}

/** The list that every package has. */
export const listsOfItems: readonly (readonly [name: string, write: DescriptionWriter])[] = [
  ['metadata/items.csv', writeItems],
]

/** Every file by which a package describes itself: its path in the payload, and what writes it. */
export const descriptions: readonly (readonly [name: string, write: DescriptionWriter])[] = [
  ...listsOfItems,
  ['metadata/csvw-metadata.json', writeColumnDictionary],
  ['metadata/dc.xml', writeDublinCore],
  ['metadata/ead3.xml', writeEad3],
  ['metadata/ead2002.xml', writeEad2002],
  ['metadata/atom-isad.csv', writeAtomCsv],
  ['metadata/premis.xml', writePremis],
  ['metadata/tags.jsonld', writeTags],
  ['metadata/agreements.csv', writeAgreementsCsv],
  ['metadata/agreements.jsonld', writeAgreementsJson],
  ['metadata/names.csv', writeNamesCsv],
  ['metadata/names.jsonld', writeNamesJson],
  ['ro-crate-metadata.json', writeRoCrate],
  ['ro-crate-preview.html', writeCratePreview],
]
