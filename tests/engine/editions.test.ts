import { describe, expect, it } from 'vitest'
import { type TestArchive, anArchive } from '../support/an-archive.ts'

const absent = '0'.repeat(26)

const english = `Joint communiqué of the second session

Kigali, 14 March 2031. The Joint Commission on fisheries held its second session in Kigali from 11 to 14 March 2031. The delegations of 23 and 17 members reviewed the plan of 2029 and found that 48 of its 60 projects had been carried out. They decided to open a training centre on the lake shore, for which 350 places are foreseen. The third session will be held in Rabat in the autumn of 2032 at a date to be agreed through diplomatic channels.`
const revised = english
  .replace('Joint communiqué', 'Draft joint communiqué')
  .replace('48 of its 60', '45 of its 60')
  .replace('in the autumn of 2032', 'before the end of 2032')
const french = `Communiqué conjoint de la deuxième session

Kigali, le 14 mars 2031. La Commission mixte sur la pêche a tenu sa deuxième session à Kigali du 11 au 14 mars 2031. Les délégations de 23 et 17 membres ont examiné le plan de 2029 et constaté que 48 de ses 60 projets avaient été réalisés. Elles ont décidé d’ouvrir un centre de formation au bord du lac, où 350 places sont prévues. La troisième session se tiendra à Rabat à l’automne 2032, à une date à convenir par la voie diplomatique.`
const arabic = `بيان مشترك للدورة الثانية

كيغالي، 14 مارس 2031. عقدت اللجنة المشتركة للصيد البحري دورتها الثانية في كيغالي من 11 إلى 14 مارس 2031. واستعرض الوفدان المؤلفان من 23 و17 عضوًا خطة عام 2029 ولاحظا إنجاز 48 مشروعًا من أصل 60. وقرر الوفدان افتتاح مركز للتدريب على ضفة البحيرة يتسع لعدد 350 متدربًا. وستنعقد الدورة الثالثة في الرباط في خريف عام 2032 في موعد يُتفق عليه عبر القنوات الدبلوماسية.`
const unlike = `Press release on the airports

Rabat, 14 March 2031. The two ministers of transport opened the new terminal, which 1200 workers built in 26 months. From May on, 9 airlines will use it, with 84 flights a week and room for 4500 passengers an hour. The ministers thanked the builders and the neighbours for their patience during all this time.`
const unlikeFrench = `Communiqué de presse sur la santé

Kigali, le 14 mars 2031. Le ministère de la Santé annonce la livraison de 75 ambulances et de 310 lits à 12 hôpitaux du pays. Une équipe de 40 techniciens assurera leur entretien pendant 36 mois, et 18 infirmiers seront formés à Rabat avant la fin de l’année pour accompagner ce programme de coopération.`

function anArchiveOfEditions() {
  return anArchive()
    .withFile('final.txt', english)
    .withFile('draft.txt', revised)
    .withFile('same.md', `# ${english}`)
    .withFile('texte.txt', french)
    .withFile('nass.txt', arabic)
    .withFile('airports.txt', unlike)
    .withFile('sante.txt', unlikeFrench)
}

const nameOf = ({ file }: { readonly file: string }): string => file.slice(file.lastIndexOf('/') + 1)

/** What is proposed or known for a file: `draft.txt edition`, in alphabetical order. */
async function relationsOf(archive: TestArchive, name: string): Promise<string[]> {
  const { relations } = await archive.call('editions.of', { id: await archive.idOf(name) })
  return relations
    .map(({ document, relation, decided }) => `${nameOf(document)} ${relation}${decided ? '!' : ''}`)
    .sort()
}

async function pairsOf(archive: TestArchive): Promise<string[]> {
  const { pairs, total } = await archive.call('editions.list', { offset: 0, limit: 1000 })
  expect(total).toBe(pairs.length)
  return pairs
    .map(({ first, second, relation }) => `${[nameOf(first), nameOf(second)].sort().join(' ')} ${relation}`)
    .sort()
}

async function twoOf(archive: TestArchive, first: string, second: string) {
  return { first: await archive.idOf(first), second: await archive.idOf(second) }
}

describe('asking wrongly about editions', () => {
  it('refuses unknown ids', async () => {
    const archive = await anArchive().withFile('one.txt', english).open()
    const id = await archive.idOf('one.txt')
    const notFound = { code: 'document-not-found' }
    await expect(archive.call('editions.of', { id: absent })).rejects.toMatchObject(notFound)
    await expect(archive.call('editions.compare', { first: id, second: absent })).rejects.toMatchObject(notFound)
    await expect(archive.call('editions.compare', { first: absent, second: absent })).rejects.toMatchObject(notFound)
    const decision = { first: absent, second: id, relation: 'edition' } as const
    await expect(archive.call('editions.decide', decision)).rejects.toMatchObject(notFound)
  })

  it('refuses a document and itself, and writes nothing', async () => {
    const archive = await anArchive().withFile('one.txt', english).open()
    const id = await archive.idOf('one.txt')
    const before = await archive.call('history.list', { offset: 0, limit: 0 })
    const invalid = { code: 'invalid-input' }
    await expect(archive.call('editions.compare', { first: id, second: id })).rejects.toMatchObject(invalid)
    const decision = { first: id, second: id, relation: 'edition' } as const
    await expect(archive.call('editions.decide', decision)).rejects.toMatchObject(invalid)
    expect(await archive.call('history.list', { offset: 0, limit: 0 })).toEqual(before)
  })

  it('refuses to compare texts in two languages', async () => {
    const archive = await anArchiveOfEditions().open()
    const call = archive.call('editions.compare', await twoOf(archive, 'final.txt', 'texte.txt'))
    await expect(call).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('answers nothing for an empty archive', async () => {
    const archive = await anArchive().open()
    expect(await archive.call('editions.list', { offset: 0, limit: 10 })).toEqual({
      total: 0,
      pairs: [],
      complete: true,
    })
  })

  it('proposes nothing for texts that are too short to say anything', async () => {
    const archive = await anArchive()
      .withFile('a.txt', 'Yes.')
      .withFile('b.txt', 'Yes!')
      .withFile('c.txt', 'The end of 2031.')
      .withFile('d.txt', 'The end of  2031')
      .open()
    expect(await relationsOf(archive, 'a.txt')).toEqual([])
    expect(await pairsOf(archive)).toEqual([])
  })
})

describe('the documents that belong to one', () => {
  it('are the same text in another format, its other editions and its translations', async () => {
    const archive = await anArchiveOfEditions().open()
    expect(await relationsOf(archive, 'final.txt')).toEqual([
      'draft.txt edition',
      'nass.txt translation',
      'same.md same-text',
      'texte.txt translation',
    ])
    expect(await relationsOf(archive, 'airports.txt')).toEqual([])
    expect(await relationsOf(archive, 'sante.txt')).toEqual([])
  })

  it('come likest first, with a likeness between the threshold and 1', async () => {
    const archive = await anArchiveOfEditions().open()
    const { relations } = await archive.call('editions.of', { id: await archive.idOf('final.txt') })
    const likeness = relations.map((relation) => relation.likeness)
    expect(likeness).toEqual([...likeness].sort((a, b) => b - a))
    const draft = relations.find(({ relation }) => relation === 'edition')
    expect(draft?.likeness).toBeGreaterThanOrEqual(0.5)
    expect(draft?.likeness).toBeLessThan(1)
  })

  it('are found by their names where the figures alone say too little', async () => {
    const few = { en: 'on 3 May 2031 the ministers met in Rabat and agreed upon 12 points of common interest for both' }
    const archive = await anArchive()
      .withFile('Meeting_EN.txt', `The ministers said that ${few.en} countries and their peoples.`)
      .withFile('meeting-fr.txt', 'Les ministres se sont réunis à Rabat le 3 mai 2031 et sont convenus de 12 points.')
      .withFile('elsewhere.txt', 'Les ministres se sont réunis à Kigali le 3 mai 2031 et sont convenus de 12 points.')
      .open()
    expect(await relationsOf(archive, 'Meeting_EN.txt')).toEqual(['meeting-fr.txt translation'])
  })

  it('are no translations when they were issued on different days', async () => {
    const archive = await anArchive().withFile('a.txt', english).withFile('b.txt', french).open()
    await archive.call('documents.describe', { id: await archive.idOf('b.txt'), changes: { issued: '2031-03-15' } })
    await archive.call('documents.describe', { id: await archive.idOf('a.txt'), changes: { issued: '2031-03-14' } })
    expect(await relationsOf(archive, 'a.txt')).toEqual([])
    await archive.call('documents.describe', { id: await archive.idOf('b.txt'), changes: { issued: '' } })
    expect(await relationsOf(archive, 'a.txt')).toEqual(['b.txt translation'])
  })

  it('are not those that were removed, until that is undone', async () => {
    const archive = await anArchiveOfEditions().open()
    const ids = [await archive.idOf('draft.txt'), await archive.idOf('nass.txt')]
    await archive.call('documents.remove', { selection: { ids }, reason: '' })
    expect(await relationsOf(archive, 'final.txt')).toEqual(['same.md same-text', 'texte.txt translation'])
    expect((await pairsOf(archive)).join()).not.toMatch(/draft|nass/)
    await archive.call('history.undo', {})
    expect(await relationsOf(archive, 'final.txt')).toContain('draft.txt edition')
  })

  it('are at most twenty', async () => {
    const builder = anArchive()
    for (let n = 0; n < 25; n++) builder.withFile(`${n}.txt`, english.replace('lake shore', `shore of lake ${n}`))
    const archive = await builder.open()
    expect(await relationsOf(archive, '3.txt')).toHaveLength(20)
  })

  it('are found among documents that come later', async () => {
    const archive = await anArchive().withFile('final.txt', english).open()
    expect(await relationsOf(archive, 'final.txt')).toEqual([])
    const later = await anArchive().withFile('draft.txt', revised).open()
    await archive.import([later.sources])
    expect(await relationsOf(archive, 'final.txt')).toEqual(['draft.txt edition'])
  })
})

describe('the pairs of an archive', () => {
  it('are those that the documents by themselves have', async () => {
    const archive = await anArchiveOfEditions().open()
    expect(await pairsOf(archive)).toEqual([
      'draft.txt final.txt edition',
      'draft.txt nass.txt translation',
      'draft.txt same.md edition',
      'draft.txt texte.txt translation',
      'final.txt nass.txt translation',
      'final.txt same.md same-text',
      'final.txt texte.txt translation',
      'nass.txt same.md translation',
      'nass.txt texte.txt translation',
      'same.md texte.txt translation',
    ])
  })

  it('are given in parts', async () => {
    const archive = await anArchiveOfEditions().open()
    const all = await archive.call('editions.list', { offset: 0, limit: 100 })
    const parts = []
    for (let offset = 0; offset < 12; offset += 3)
      parts.push(...(await archive.call('editions.list', { offset, limit: 3 })).pairs)
    expect(parts).toEqual(all.pairs)
  })
})

describe('a decision about two documents', () => {
  it('is shown first, is written once, and is undone and done again', async () => {
    const archive = await anArchiveOfEditions().open()
    const pair = await twoOf(archive, 'airports.txt', 'sante.txt')
    expect(await archive.call('editions.decide', { ...pair, relation: 'translation' })).toMatchObject({ changed: 2 })
    const reversed = { first: pair.second, second: pair.first, relation: 'translation' } as const
    expect(await archive.call('editions.decide', reversed)).toEqual({ changed: 0 })
    expect(await relationsOf(archive, 'sante.txt')).toEqual(['airports.txt translation!'])
    expect(await pairsOf(archive)).toContain('airports.txt sante.txt translation')
    const { event } = await archive.call('history.undo', {})
    expect(await relationsOf(archive, 'sante.txt')).toEqual([])
    await archive.call('history.undo', { event })
    expect(await relationsOf(archive, 'airports.txt')).toEqual(['sante.txt translation!'])
  })

  it('takes a pair out of what is proposed, from both sides, until it is left open again', async () => {
    const archive = await anArchiveOfEditions().open()
    const pair = await twoOf(archive, 'texte.txt', 'final.txt')
    await archive.call('editions.decide', { ...pair, relation: 'unrelated' })
    expect(await relationsOf(archive, 'final.txt')).not.toContain('texte.txt translation')
    expect(await relationsOf(archive, 'texte.txt')).not.toContain('final.txt translation')
    expect(await pairsOf(archive)).not.toContain('final.txt texte.txt translation')
    await archive.call('editions.decide', { ...pair, relation: null })
    expect(await relationsOf(archive, 'texte.txt')).toContain('final.txt translation')
  })

  it('cannot be undone once another stands in its place', async () => {
    const archive = await anArchiveOfEditions().open()
    const pair = await twoOf(archive, 'texte.txt', 'final.txt')
    const { event } = await archive.call('editions.decide', { ...pair, relation: 'translation' })
    await archive.call('editions.decide', { ...pair, relation: 'unrelated' })
    const call = archive.call('history.undo', event === undefined ? {} : { event })
    await expect(call).rejects.toMatchObject({ code: 'undo-conflict' })
    expect(await relationsOf(archive, 'texte.txt')).not.toContain('final.txt translation')
  })

  it('is kept in the history with the titles of both', async () => {
    const archive = await anArchiveOfEditions().open()
    await archive.call('editions.decide', {
      ...(await twoOf(archive, 'texte.txt', 'nass.txt')),
      relation: 'translation',
    })
    const { events } = await archive.call('history.list', { offset: 0, limit: 1 })
    expect(events[0]).toMatchObject({ act: 'editions.decide', undoable: true, facts: { relation: 'translation' } })
    expect(String(events[0]?.facts['first'])).toContain('Communiqué conjoint')
  })
})

describe('comparing two texts', () => {
  it('shows the sentences that differ with a line of context', async () => {
    const archive = await anArchiveOfEditions().open()
    const compared = await archive.call('editions.compare', await twoOf(archive, 'final.txt', 'draft.txt'))
    expect(compared.truncated).toBe(false)
    const kinds = compared.lines.map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'removed')).toHaveLength(3)
    expect(kinds.filter((kind) => kind === 'added')).toHaveLength(3)
    expect(compared.lines).toContainEqual({ kind: 'added', text: 'Draft joint communiqué of the second session' })
    expect(compared.lines.find(({ kind }) => kind === 'same')?.text).toBe('Kigali, 14 March 2031.')
  })

  it('shows nothing for the same text in two formats', async () => {
    const archive = await anArchiveOfEditions().open()
    const compared = await archive.call('editions.compare', await twoOf(archive, 'final.txt', 'same.md'))
    expect(compared).toEqual({ lines: [], truncated: false })
  })
})
