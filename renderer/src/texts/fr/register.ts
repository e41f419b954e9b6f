import type { Texts } from '../shape.ts'

export const register: Texts = {
  title: 'Registre des accords',
  explained:
    'Tous les accords que les textes contiennent ou citent, dans toutes les langues. Leur statut découle de ce que les textes disent s’être produit.',
  find: 'Trouver par titre, partie ou année',
  none: 'Aucun texte ne parle d’un accord avec sa date ou ses parties',
  back: 'Tous les accords',
  search: 'Chercher ses documents',
  columns: {
    title: 'Accord',
    parties: 'Parties',
    signed: 'Signé',
    status: 'Statut',
    texts: 'Textes',
    citing: 'Cité par',
  },
  statuses: {
    cited: 'Cité',
    signed: 'Signé',
    'in-force': 'En vigueur',
    suspended: 'Suspendu',
    terminated: 'Dénoncé',
  },
  roles: { carries: 'en est le texte :', cites: 'le cite :' },
  texts: 'Textes de l’accord',
  clauses: 'Ce qu’il dit de lui-même',
  clauseTypes: {
    'entry-into-force': 'Entrée en vigueur',
    duration: 'Durée',
    termination: 'Dénonciation',
    languages: 'Langues',
  },
  happenings: 'Ce qui s’est passé',
  happeningTypes: {
    signed: 'Signature',
    ratified: 'Ratification',
    'in-force': 'Entrée en vigueur',
    suspended: 'Suspension',
    terminated: 'Dénonciation',
    meeting: 'Réunion',
    visit: 'Visite',
  },
  commitments: 'Engagements',
  noDue: 'sans date',
  citing: 'Documents qui le citent',
}
