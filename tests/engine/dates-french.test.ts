import { describe, expect, it } from 'vitest'
import { datesIn, readIn } from '../support/reading-dates.ts'

const read = (text: string, issued?: string): string[] => readIn(text, 'fr', issued)

describe('a French text without dates', () => {
  it.each([
    ['une résolution', 'Ils ont rappelé la résolution 2254 et l’article 2016.'],
    ['une quantité', 'La mission compte 2 500 hommes.'],
    ['un verbe', 'La réunion a été utile et sera suivie.'],
    ['un nombre à décimales', 'Le coût est de 2016.11 dirhams, soit 6,107,31 dirhams.'],
    ['un numéro de téléphone', 'Téléphone : 01 23 45 67 89.'],
    ['deux choses', 'Le deux et le trois se valent.'],
    ['un nombre avec un nom', 'Les 27 États membres ont approuvé le texte.'],
  ])('has none: %s', (_, text) => {
    expect(read(text)).toEqual([])
  })
})

describe('a French day', () => {
  it.each([
    ['1er février 2026', '2026-02-01'],
    ['1 er février 2026', '2026-02-01'],
    ['1ᵉʳ février 2026', '2026-02-01'],
    ['premier mai 2025', '2025-05-01'],
    ['lundi 19 janvier 2026', '2026-01-19'],
    ['19 janv. 2026', '2026-01-19'],
    ['19\u202fjanvier\u00a02026', '2026-01-19'],
    ['3 DÉCEMBRE 1976', '1976-12-03'],
    ['3 decembre 1976', '1976-12-03'],
    ['22/01/2026', '2026-01-22'],
    ['vingt-deux janvier 2026', '2026-01-22'],
    ['14 juillet mille sept cent quatre-vingt-neuf', '1789-07-14'],
  ])('is read: %s', (written, value) => {
    expect(read(`L’accord du ${written} est entré en vigueur.`)).toEqual([`${written} = ${value}`])
  })

  it('has its day first although the text writes English dates too', () => {
    expect(read('Signé le 03/05/2025.')).toEqual(['03/05/2025 = 2025-05-03'])
  })

  it('that no calendar has is marked', () => {
    expect(datesIn('Signé le 31 février 2025.', 'fr')).toMatchObject([{ value: '', rule: 'impossible-date' }])
  })
})

describe('a French range or period', () => {
  it.each([
    ['du 18 au 22 janvier 2026', '18 au 22 janvier 2026 = 2026-01-18/2026-01-22'],
    ['les 18-22 janvier 2026', '18-22 janvier 2026 = 2026-01-18/2026-01-22'],
    ['du 30 décembre 2025 au 2 janvier 2026', '30 décembre 2025 au 2 janvier 2026 = 2025-12-30/2026-01-02'],
    ['entre le 4 et le 22 mars 2025', '4 et le 22 mars 2025 = 2025-03-04/2025-03-22'],
    ['les 19 et 20 février 2026', '19 et 20 février 2026 = 2026-02-19/2026-02-20'],
    ['en juin 2025', 'juin 2025 = 2025-06'],
    ['en mars', 'mars = 2025-03'],
    ['depuis 2016', '2016 = 2016/..'],
    ['depuis deux ans', 'deux ans = 2024-01-23/..'],
    ['jusqu’en juin 2025', 'juin 2025 = ../2025-06'],
    ['en l’an 2016', '2016 = 2016'],
    ['au printemps 2025', 'printemps 2025 = 2025-21'],
    ['au troisième trimestre 2025', 'troisième trimestre 2025 = 2025-07-01/2025-09-30'],
    ['au premier semestre 2025', 'premier semestre 2025 = 2025-01-01/2025-06-30'],
    ['dans les années deux mille', 'années deux mille = 2000-01-01/2009-12-31'],
    ['dans les deux mille dix', 'dans les deux mille dix = 2010-01-01/2019-12-31'],
    ['la troisième semaine de deux mille vingt', 'troisième semaine de deux mille vingt = 2020-01-13/2020-01-19'],
    ['en août 99', 'août 99 = 1999-08'],
    ['en 2016.11', '2016.11 = 2016-11'],
    ['le mois du 16 septembre', 'mois du 16 septembre = 2025-09'],
    ['la semaine du 18', 'semaine du 18 = 2026-01-12/2026-01-18'],
    ['le vingt-deux', 'vingt-deux = 2026-01-22'],
    ['novembre 19 au 20', 'novembre 19 au 20 = 2025-11-19/2025-11-20'],
    ['plus tôt ce mois-ci', 'plus tôt ce mois-ci = 2026-01-01/2026-01-15'],
    ['dans les années 1990', 'années 1990 = 1990-01-01/1999-12-31'],
    ['au XIXe siècle', 'XIXe siècle = 1800-01-01/1899-12-31'],
    ['dans la seconde moitié de mars 2025', 'seconde moitié de mars 2025 = 2025-03-16/2025-03-31'],
    ['au S1 2025', 'S1 2025 = 2025-01-01/2025-06-30'],
    ['à la mi-janvier 2025', 'mi-janvier 2025 = 2025-01-10/2025-01-20'],
  ])('is read: %s', (text, expected) => {
    expect(read(`Ils se sont réunis ${text}.`)).toEqual([expected])
  })
})

describe('a French relative date', () => {
  it.each([
    ['hier', 'hier = 2026-01-22'],
    ['avant-hier', 'avant-hier = 2026-01-21'],
    ['aujourd’hui', 'aujourd’hui = 2026-01-23'],
    ['la semaine dernière', 'semaine dernière = 2026-01-12/2026-01-18'],
    ['le mois dernier', 'mois dernier = 2025-12'],
    ['l’année dernière', 'année dernière = 2025'],
    ['il y a deux semaines', 'il y a deux semaines = 2026-01-09'],
    ['lundi dernier', 'lundi dernier = 2026-01-19'],
    ['ce mois-ci', 'ce mois-ci = 2026-01'],
    ['ces derniers jours', 'ces derniers jours = 2026-01-20/2026-01-22'],
    ['l’été dernier', 'été dernier = 2025-22'],
    ['en mars dernier', 'mars dernier = 2025-03'],
  ])('looks back: %s', (text, expected) => {
    expect(read(`Ils se sont réunis ${text}.`)).toEqual([expected])
  })

  it.each([
    ['La session se tiendra en mars.', 'mars = 2026-03'],
    ['La session a été tenue en mars.', 'mars = 2025-03'],
    ['La session se tiendra dans trois jours.', 'dans trois jours = 2026-01-26'],
    ['La session se tiendra en juin prochain.', 'juin prochain = 2026-06'],
  ])('follows the tense of its sentence: %s', (text, expected) => {
    expect(read(text)).toEqual([expected])
  })

  it('counts “le lendemain” from the date before it', () => {
    expect(read('Arrivés le 5 mars 2025, ils ont signé le lendemain.')).toEqual([
      '5 mars 2025 = 2025-03-05',
      'le lendemain = 2025-03-06',
    ])
  })

  it('does not date the eve of what has no date', () => {
    expect(read('À la veille de la visite, ils ont parlé.')).toEqual([])
  })
})
