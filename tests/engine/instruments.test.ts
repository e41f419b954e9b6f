import { describe, expect, it } from 'vitest'
import { readInstrument } from '../../electron/engine/cataloguing/agreements/instruments.rules.ts'
import type { AgreementReading } from '../../electron/engine/cataloguing/agreements/agreement-reading.ts'
import { readDates } from '../../electron/engine/cataloguing/dates/read-dates.ts'
import { readNames } from '../../electron/engine/cataloguing/names/read-names.ts'
import type { Language } from '../../electron/contract/vocabulary.ts'

function read(
  text: string,
  language: Language = 'en',
  title = text.split('\n')[0] ?? '',
): AgreementReading | undefined {
  const toRead = { text, passages: [{ start: 0, end: text.length, language }], issued: '' }
  const mentions = [...readNames(toRead), ...readDates(toRead)].sort((a, b) => a.start - b.start)
  return readInstrument({ text, title, mentions })
}

const countriesOf = (reading: AgreementReading | undefined): string =>
  (reading?.parties ?? []).map(({ country }) => country).join(' ')

const articles = `

Article 1

The Contracting Parties shall help each other.

Article 2

This Convention shall enter into force on the day of its signature.
`

describe('an instrument', () => {
  it('was signed where it says so, and not where its annex or its translation ends', () => {
    const text = `Convention on tides between Morocco and Spain${articles}
IN WITNESS WHEREOF the undersigned have signed this Convention. DONE at Rabat, this 18th day of March 1986, in two copies.

ANNEX

Done at Madrid, 4 May 1990.
${'The tables of the tides follow. '.repeat(800)}`
    expect(read(text)).toMatchObject({ signed: '1986-03-18' })
  })

  it('is not signed on the day of another that it names', () => {
    const text = `Protocol on tides between Morocco and Spain${articles}
Recalling the Convention between the two Parties, signed at Paris on 31 May 1932, they have agreed as follows.`
    expect(read(text)?.signed).toBe('')
  })

  it('names the states that are no more', () => {
    const text = `Accord entre le Royaume des Pays-Bas et la République Socialiste Fédérative de Yougoslavie relatif aux services aériens

Le Gouvernement du Royaume des Pays-Bas et le Gouvernement de la République Socialiste Fédérative de Yougoslavie sont convenus de ce qui suit:

Article 1

Les parties contractantes s’accordent des droits.

Fait à Belgrade, le 13 mars 1957.`
    expect(read(text, 'fr')).toMatchObject({
      signed: '1957-03-13',
      parties: [{ country: 'NL' }, { name: 'Yugoslavia' }],
    })
  })

  it('names the states that its preamble lists, those with old names among them', () => {
    const text = `CONVENTION ON RAILWAYS

Germany, Austria, the British Empire (with New Zealand), Siam, the Free City of Danzig, Roumania and Uruguay, desirous of making provision for traffic, have agreed as follows:${articles}`
    expect(countriesOf(read(text))).toBe('DE AT GB NZ TH RO UY')
  })

  it('names nobody where it is open to all', () => {
    const text = `Convention on the Registration of Tides

The States Parties to this Convention, recognizing the interest of all in tides, have agreed as follows:${articles}`
    expect(read(text)).toMatchObject({ parties: [] })
  })

  it('has its title below the letterhead', () => {
    const text = `LEAGUE OF NATIONS. LABOUR CONFERENCE. Convention concerning the work of ferrymen. The Conference has adopted it.${articles}`
    expect(read(text, 'en', 'LEAGUE OF NATIONS.')?.title).toBe('Convention concerning the work of ferrymen')
  })
})

describe('an exchange of notes', () => {
  const note = `Ottawa, 24 December 1996

Dear Sir, I have the honour to refer to talks between officials of the Government of Canada and of the Government of the Netherlands. If this is acceptable to the Government of the Netherlands, this letter and your reply shall constitute an agreement between Canada and the Netherlands.`

  it('is an agreement of both, under a title that the cataloguer supplies', () => {
    expect(read(note, 'en', 'Ottawa, 24 December 1996')).toMatchObject({
      title: '[Exchange of notes: Canada, Netherlands]',
      subject: '',
      parties: [{ country: 'CA' }, { country: 'NL' }],
    })
  })

  it('has that title in its own language', () => {
    const text = `La Haye, le 1er mars 1922. Monsieur, j’ai l’honneur de vous faire savoir que le Gouvernement des Pays-Bas est d’accord avec le Gouvernement de la Bulgarie. La présente note et votre réponse constitueront un accord entre les Pays-Bas et la Bulgarie, qui entrera en vigueur le même jour.`
    expect(read(text, 'fr')?.title).toBe('[Échange de notes : Pays-Bas, Bulgarie]')
  })

  it('keeps a title that it has', () => {
    const titled = `Exchange of letters between Canada and the Netherlands on visas\n\n${note}`
    expect(read(titled)?.title).toBe('Exchange of letters between Canada and the Netherlands on visas')
  })

  it('is not every letter', () => {
    expect(
      read('Dear Sir, I have the honour to inform you that the Minister will visit Canada in May.'),
    ).toBeUndefined()
  })
})
