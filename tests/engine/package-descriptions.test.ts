import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { filesBelow } from '../support/a-folder.ts'
import { type TestArchive, anArchive } from '../support/an-archive.ts'
import { threeLanguages } from '../support/three-languages.ts'
import { allNamed, atPath, readXml } from '../support/xml-tree.ts'

async function exported(archive: TestArchive, name = 'bag', format: 'bag' | 'bag-zip' = 'bag'): Promise<string> {
  const to = path.join(path.dirname(archive.folder), name)
  const input = { exportId: 'one', selection: { query: '' }, format, to, title: 'All', date: '2026-03-01' }
  await archive.call('exports.run', input)
  return to
}

const release = `MINISTRY OF DEFENCE

PRESS RELEASE

RABAT, 22 January 2026 - Rwanda and Morocco held a meeting under the military cooperation agreement signed in June 2025, said Brig. Gen. Patrick Karuretwa.`

async function aBag(): Promise<{ bag: string; read: (name: string) => Promise<string>; names: string[] }> {
  const archive = await threeLanguages().withFile('Release & more.txt', release).open()
  const bag = await exported(archive)
  return {
    bag,
    read: (name) => readFile(path.join(bag, 'data', name), 'utf8'),
    names: (await filesBelow(bag)).filter((name) => name.startsWith('data/')).map((name) => name.slice('data/'.length)),
  }
}

const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true, bom: true })

describe('a package described', () => {
  it('as a finding aid has every part that EAD3 demands', async () => {
    const { read, names } = await aBag()
    const ead = readXml(await read('metadata/ead3.xml'))
    expect(ead.attributes['xmlns']).toBe('http://ead3.archivists.org/schema/')
    for (const demanded of [
      'control/recordid',
      'control/filedesc/titlestmt/titleproper',
      'control/maintenanceagency/agencyname',
      'control/maintenancehistory/maintenanceevent/eventdatetime',
      'control/maintenancehistory/maintenanceevent/agent',
      'archdesc/did/unittitle',
    ])
      expect(atPath(ead, demanded)[0]?.text, demanded).not.toBe('')
    expect(atPath(ead, 'control/maintenancestatus')[0]?.attributes).toEqual({ value: 'new' })
    expect(atPath(ead, 'archdesc')[0]?.attributes).toEqual({ level: 'collection' })
    const items = atPath(ead, 'archdesc/dsc/c')
    expect(items).toHaveLength(5)
    for (const item of items) {
      expect(item.attributes['level']).toBe('item')
      const [link] = atPath(item, 'did/dao')
      expect(link?.attributes['daotype']).toBe('borndigital')
      expect(names).toContain(decodeURIComponent(link?.attributes['href'] ?? '').replace('../', ''))
    }
    expect(allNamed(ead, 'unittitle').some(({ attributes }) => attributes['script'] === 'Arab')).toBe(true)
    expect(allNamed(ead, 'datesingle').map(({ attributes }) => attributes['standarddate'])).toContain('2026-01-22')
  })

  it('as a finding aid in EAD 2002 has its header and the same items', async () => {
    const { read } = await aBag()
    const ead = readXml(await read('metadata/ead2002.xml'))
    expect(atPath(ead, 'eadheader/eadid')[0]?.text).not.toBe('')
    expect(atPath(ead, 'eadheader/filedesc/titlestmt/titleproper')[0]?.text).toBe('All')
    expect(atPath(ead, 'archdesc/dsc/c')).toHaveLength(5)
    expect(allNamed(ead, 'unitdate').map(({ attributes }) => attributes['normal'])).toContain('2026-01-22')
  })

  it('in PREMIS has an identifier, fixity and size of every original and text, and their events', async () => {
    const { read, names } = await aBag()
    const premis = readXml(await read('metadata/premis.xml'))
    expect(premis.attributes).toMatchObject({ version: '3.0', xmlns: 'http://www.loc.gov/premis/v3' })
    const objects = atPath(premis, 'object')
    expect(objects).toHaveLength(10)
    for (const object of objects) {
      expect(object.attributes['xsi:type']).toBe('file')
      expect(atPath(object, 'objectIdentifier/objectIdentifierValue')[0]?.text).not.toBe('')
      expect(atPath(object, 'objectCharacteristics/fixity').map(({ children }) => children[0]?.text)).toEqual([
        'SHA-256',
        'SHA-512',
      ])
      const where = atPath(object, 'storage/contentLocation/contentLocationValue')[0]?.text ?? ''
      expect(names).toContain(decodeURIComponent(where).replace('data/', ''))
    }
    const events = atPath(premis, 'event')
    expect(new Set(atPath(premis, 'event/eventType').map(({ text }) => text))).toEqual(
      new Set(['ingestion', 'fixity check']),
    )
    for (const event of events) expect(Date.parse(atPath(event, 'eventDateTime')[0]?.text ?? '')).not.toBeNaN()
    expect(atPath(premis, 'agent/agentType')[0]?.text).toBe('software')
  })

  it('in Dublin Core uses its fifteen elements alone', async () => {
    const { read } = await aBag()
    const records = readXml(await read('metadata/dc.xml')).children
    const fifteen =
      'contributor coverage creator date description format identifier language publisher relation rights source subject title type'
    expect(records).toHaveLength(5)
    for (const { name } of records.flatMap(({ children }) => children))
      expect(fifteen.split(' ').map((each) => `dc:${each}`)).toContain(name)
  })

  it('as an RO-Crate has what version 1.1 demands, and reaches every file', async () => {
    const { read, names } = await aBag()
    const crate = JSON.parse(await read('ro-crate-metadata.json')) as { '@graph': Record<string, unknown>[] }
    const byId = new Map(crate['@graph'].map((entity) => [entity['@id'], entity]))
    expect(byId.size).toBe(crate['@graph'].length)
    expect(byId.get('ro-crate-metadata.json')).toMatchObject({
      '@type': 'CreativeWork',
      about: { '@id': './' },
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.1' },
    })
    const root = byId.get('./')
    expect(root).toMatchObject({ '@type': 'Dataset', name: 'All', datePublished: '2026-03-01' })
    expect(byId.has((root?.['license'] as { '@id': string })['@id'])).toBe(true)
    const parts = (root?.['hasPart'] as { '@id': string }[]).map((part) => part['@id'])
    const reached = parts.map(decodeURIComponent).sort()
    expect(reached).toEqual(names.filter((name) => !name.startsWith('ro-crate-')).sort())
    for (const part of parts) expect(byId.get(part)).toMatchObject({ '@type': 'File' })
  })

  it('says of every list what each of its columns means', async () => {
    const { read } = await aBag()
    const dictionary = JSON.parse(await read('metadata/csvw-metadata.json')) as {
      tables: { url: string; tableSchema: { columns: { titles: string; propertyUrl: string }[] } }[]
    }
    expect(dictionary.tables.map(({ url }) => url)).toEqual(['items.csv', 'agreements.csv', 'names.csv'])
    for (const { url, tableSchema } of dictionary.tables) {
      const [header = ''] = (await read(`metadata/${url}`)).replace('\ufeff', '').split('\r\n')
      expect(tableSchema.columns.map(({ titles }) => titles)).toEqual(header.split(','))
    }
  })

  it('lists agreements with the words that name them, and names with who mentions them', async () => {
    const { read } = await aBag()
    const items = rowsOf(await read('metadata/items.csv'))
    const id = items.find((item) => item['dcterms:source'] === 'Release & more.txt')?.['dcterms:identifier'] ?? ''
    const agreements = rowsOf(await read('metadata/agreements.csv'))
    const cited = agreements.find((agreement) => agreement['citedBy']?.split('|').includes(id))
    expect(cited).toMatchObject({ signed: '2025-06', title: 'Military cooperation agreement' })
    expect(await read('metadata/agreements.jsonld')).toContain('signed in June 2025')
    const names = rowsOf(await read('metadata/names.csv'))
    expect(names.find(({ name }) => name === 'Patrick Karuretwa')).toMatchObject({ type: 'person', documents: id })
  })

  it('gives tags as concepts below one another', async () => {
    const { read } = await aBag()
    const { '@graph': graph } = JSON.parse(await read('metadata/tags.jsonld')) as { '@graph': { '@type': string }[] }
    expect(graph.filter((each) => each['@type'] === 'skos:Concept').length).toBeGreaterThan(0)
    expect(graph).toContainEqual(expect.objectContaining({ notation: 'cooperation', prefLabel: 'cooperation' }))
  })

  it('stays well-formed whatever a title holds', async () => {
    const title = 'A & B <c> "d" \ufffe \u{1f54a} بيان'
    const archive = await anArchive().withFile('a.txt', 'Alpha.').open()
    const id = await archive.idOf('a.txt')
    await archive.call('documents.describe', { id, changes: { title } })
    await archive.call('tags.assign', { selection: { ids: [id] }, add: ['a & <b>/"c"'], remove: [] })
    const bag = await exported(archive)
    for (const name of ['dc', 'ead3', 'ead2002', 'premis'])
      expect(readXml(await readFile(path.join(bag, 'data/metadata', `${name}.xml`), 'utf8')).children).not.toEqual([])
    const preview = await readFile(path.join(bag, 'data/ro-crate-preview.html'), 'utf8')
    expect(preview).toContain('A &amp; B &lt;c&gt;')
  })
})

describe('a package with a stated day', () => {
  it('is the same bytes when it is made again', async () => {
    const archive = await threeLanguages().open()
    const [one, other] = [await exported(archive, 'one'), await exported(archive, 'other')]
    const names = await filesBelow(one)
    expect(await filesBelow(other)).toEqual(names)
    for (const name of names)
      expect(await readFile(path.join(one, name)), name).toEqual(await readFile(path.join(other, name)))
  })

  it('is the same zip file, but for the folder’s name in it', async () => {
    const archive = await threeLanguages().open()
    const [one, other] = [
      await exported(archive, 'one/bag.zip', 'bag-zip'),
      await exported(archive, 'two/bag.zip', 'bag-zip'),
    ]
    expect((await readFile(one)).equals(await readFile(other))).toBe(true)
  })

  it('states that day', async () => {
    const bag = await exported(await threeLanguages().open())
    expect(await readFile(path.join(bag, 'bag-info.txt'), 'utf8')).toContain('Bagging-Date: 2026-03-01')
  })
})
