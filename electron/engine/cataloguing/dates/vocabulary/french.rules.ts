import type { Entry } from '../sense.ts'

const days: readonly Entry[] = [
  ['lundi', { weekday: 1 }],
  ['mardi', { weekday: 2 }],
  ['mercredi', { weekday: 3 }],
  ['jeudi', { weekday: 4 }],
  ['vendredi', { weekday: 5 }],
  ['samedi', { weekday: 6 }],
  ['dimanche', { weekday: 7 }],
  ['lun', { weekday: 1, weak: true }],
  ['mar', { weekday: 2, weak: true }],
  ['mer', { weekday: 3, weak: true }],
  ['jeu', { weekday: 4, weak: true }],
  ['ven', { weekday: 5, weak: true }],
  ['sam', { weekday: 6, weak: true }],
  ['dim', { weekday: 7, weak: true }],
  ['hier', { offset: -1 }],
  ["aujourd'hui|ce jour|ce matin|ce soir|ce midi|cet après midi", { offset: 0 }],
  ['demain', { offset: 1 }],
  ['avant hier', { offset: -2 }],
  ['après demain', { offset: 2 }],
  ['lendemain|le lendemain|jour suivant|le jour suivant|le jour d après', { offsetFromLast: 1 }],
  ['surlendemain', { offsetFromLast: 2 }],
  ['veille|la veille|le dernier jour|jour précédent|le jour précédent|le jour d avant', { offsetFromLast: -1 }],
  ['avant veille', { offsetFromLast: -2 }],
  ['le même jour|même jour|ce jour là', { offsetFromLast: 0 }],
]

const units: readonly Entry[] = [
  ['jour|journée', { unit: 'day' }],
  ['jours|journées', { unit: 'day', isPlural: true }],
  ['semaine', { unit: 'week' }],
  ['semaines', { unit: 'week', isPlural: true }],
  ['week end|weekend|fin de semaine', { unit: 'weekend' }],
  ['quinzaine', { unit: 'fortnight' }],
  ['mois', { unit: 'month' }],
  ['moitié', { unit: 'half', weak: true }],
  ['trimestre', { unit: 'quarter' }],
  ['trimestres', { unit: 'quarter', isPlural: true }],
  ['semestre', { unit: 'half' }],
  ['semestres', { unit: 'half', isPlural: true }],
  ['année|an', { unit: 'year', roles: ['year-word'] }],
  ['années|ans', { unit: 'year', isPlural: true }],
  ['décennie', { unit: 'decade' }],
  ['décennies', { unit: 'decade', isPlural: true }],
  ['siècle', { unit: 'century' }],
  ['siècles', { unit: 'century', isPlural: true }],
  ['printemps', { season: 21 }],
  ['été', { season: 22, weak: true }],
  ['automne', { season: 23 }],
  ['hiver', { season: 24 }],
  [
    'dernier|dernière|derniers|dernières|passé|passée|passés|passées|précédent|précédente|précédents|précédentes|écoulé|écoulée|' +
      'écoulés|écoulées',
    { way: -1 },
  ],
  ['ces derniers|ces dernières|ce dernier', { way: -1, roles: ['few'] }],
  ['ce|cet|cette|ces', { way: 0, roles: ['demonstrative'] }],
  ['en cours|courant|courante|actuel|actuelle|présent|présente', { way: 0 }],
  [
    'prochain|prochaine|prochains|prochaines|à venir|suivant|suivante|suivants|suivantes|qui vient|qui viennent',
    { way: 1 },
  ],
  ['début|commencement', { part: 'start' }],
  ['mi|milieu|courant', { part: 'mid' }],
  ['fin', { part: 'end' }],
  ['tôt', { part: 'early' }],
  ['plus tôt', { part: 'earlier' }],
  ['tard|plus tard', { part: 'late' }],
  ['reste', { part: 'rest' }],
]

const roles: readonly Entry[] = [
  ['le|la|les', { roles: ['the'] }],
  ['ci', { roles: ['here'] }],
  // `1 er février`: the letters stood above the line.
  ['l|er', { roles: ['the'] }],
  ['de|d', { roles: ['of', 'from'] }],
  ['du|des', { roles: ['of', 'from', 'the'] }],
  ['en', { roles: ['in'] }],
  ['pendant|durant|courant|lors de|au cours de|au cours des|au cours du|ces', { roles: ['in', 'during'] }],
  ['dans', { roles: ['in'] }],
  ['au|à|a|aux', { roles: ['to', 'at'] }],
  ['jusqu|jusque|jusqu à|jusqu a|jusqu au|jusqu en', { roles: ['to', 'until'] }],
  ['entre', { roles: ['between'] }],
  ['et', { roles: ['and'] }],
  ['ou', { roles: ['or'] }],
  ['depuis|à partir de|à partir d|à partir du|à compter du', { roles: ['since'] }],
  ['il y a|il ya|voici|voilà', { roles: ['ago'] }],
  ['sous|d ici|dans un délai de|dans les|moins de', { roles: ['within'] }],
  ['après', { roles: ['after'] }],
  ['avant', { roles: ['before'] }],
  ['maintenant|ce jour|nos jours', { roles: ['now'] }],
  ['même', { roles: ['that'] }],
  ['années', { roles: ['decades'] }],
  ['ap j c', { roles: ['ad'] }],
  ['ah|hégire|de l hégire', { roles: ['hijri'] }],
  ['quelques|plusieurs', { roles: ['few'] }],
  ['correspondant au|soit le', { roles: ['equals'] }],
  ['commençant|débutant|commençant le|débutant le', { roles: ['starting'] }],
  ['ouvrables|ouvrable|ouvrés', { roles: ['business'] }],
  ['plus d|plus de', { roles: ['half-more'] }],
  [
    'résolution|résolutions|article|articles|section|salle|chambre|page|paragraphe|chapitre|no|numéro|numéros|n|loi|décret|directive|règlement|vol|code|tél|téléphone|isbn|version|ligne|iso|environ|près|seulement|total|plus',
    { roles: ['not-year'] },
  ],
]

const feasts: readonly Entry[] = [
  ['jour de l an|nouvel an|premier de l an', { feast: { month: 1, day: 1 } }],
  ['saint sylvestre', { feast: { month: 12, day: 31 } }],
  ['saint valentin', { feast: { month: 2, day: 14 } }],
  ['journée internationale des femmes|journée de la femme', { feast: { month: 3, day: 8 } }],
  ['fête du travail', { feast: { month: 5, day: 1 } }],
  ['fête nationale', { feast: { month: 7, day: 14 } }],
  ['toussaint|la toussaint', { feast: { month: 11, day: 1 } }],
  ['halloween', { feast: { month: 10, day: 31 } }],
  ['armistice', { feast: { month: 11, day: 11 } }],
  ['réveillon de noël|veille de noël', { feast: { month: 12, day: 24 } }],
  ['noël', { feast: { month: 12, day: 25 } }],
  ['vendredi saint', { feast: { afterEaster: -2 } }],
  ['pâques|dimanche de pâques', { feast: { afterEaster: 0 } }],
  ['lundi de pâques', { feast: { afterEaster: 1 } }],
  ['ascension', { feast: { afterEaster: 39 } }],
  ['pentecôte', { feast: { afterEaster: 49 } }],
]

const numbers: readonly Entry[] = [
  ['un|une', { cardinal: 1 }],
  ...'deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize'
    .split('|')
    .map((word, index): Entry => [word, { cardinal: index + 2 }]),
  ...'vingt|trente|quarante|cinquante|soixante'
    .split('|')
    .map((word, index): Entry => [word, { cardinal: (index + 2) * 10 }]),
  ['quatre vingt|quatre vingts|octante|huitante', { cardinal: 80 }],
  ['septante', { cardinal: 70 }],
  ['nonante', { cardinal: 90 }],
  ['vingts', { cardinal: 20 }],
  ['cent|cents', { cardinal: 100 }],
  ['mille|milles|mil', { cardinal: 1000 }],
  ['premier|première|premiers|premières', { ordinal: 1 }],
  ['second|seconde|deuxième', { ordinal: 2 }],
  ...'troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième|onzième|douzième|treizième|quatorzième|quinzième|seizième|dix septième|dix huitième|dix neuvième|vingtième|vingt et unième'
    .split('|')
    .map((word, index): Entry => [word, { ordinal: index + 3 }]),
]

/** The French words that dates are made of, except the months. */
export const frenchWords: readonly Entry[] = [...days, ...units, ...roles, ...feasts, ...numbers]
