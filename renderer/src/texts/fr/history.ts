import type { Texts } from '../shape.ts'

export const history: Texts = {
  none: 'Rien n’a encore été fait',
  undone: 'annulé',
  redo: 'Refaire',
  older_one: '{{shown}} opération plus ancienne n’est pas affichée',
  older_other: '{{shown}} opérations plus anciennes ne sont pas affichées',
  older_many: '{{shown}} d’opérations plus anciennes ne sont pas affichées',
  acts: {
    cataloguing: {
      accept: 'A parcouru « {{title}} »',
      acceptAll_one: 'A accepté les propositions pour {{shown}} document',
      acceptAll_many: 'A accepté les propositions pour {{shown}} documents',
      acceptAll_other: 'A accepté les propositions pour {{shown}} documents',
      reopen_one: 'A remis {{shown}} document à parcourir',
      reopen_many: 'A remis {{shown}} documents à parcourir',
      reopen_other: 'A remis {{shown}} documents à parcourir',
      refuse: 'A dit que « {{title}} » ne dit pas « {{words}} »',
      takeBack: 'A dit que « {{title}} » dit bien « {{words}} »',
    },
    rules: {
      save: 'A enregistré la règle « {{name}} »',
      remove: 'A supprimé la règle « {{name}} »',
      run_one: 'La règle « {{name}} » a changé {{shown}} document',
      run_many: 'La règle « {{name}} » a changé {{shown}} documents',
      run_other: 'La règle « {{name}} » a changé {{shown}} documents',
    },
    names: {
      change: 'Nom « {{from}} » changé en « {{name}} »',
      merge: '« {{name}} » est un autre nom de « {{into}} »',
      split: '« {{name}} » est un nom à part',
    },
    collections: {
      make: 'Collection « {{name}} » créée',
      change: 'Collection « {{name}} » modifiée',
      remove: 'Collection « {{name}} » supprimée',
      put: '{{shown}} documents mis dans « {{name}} »',
      take: '{{shown}} documents retirés de « {{name}} »',
      move: '« {{title}} » déplacé dans « {{name}} »',
    },
    searches: {
      save: 'Recherche « {{name}} » enregistrée',
      change: 'Recherche « {{name}} » modifiée',
      remove: 'Recherche « {{name}} » supprimée',
    },
    thesaurus: {
      set: '« {{name}} » modifiée dans le thésaurus',
      remove: '« {{name}} » retirée du thésaurus',
      restore: '« {{name}} » a retrouvé ses propres termes dans le thésaurus',
    },
    imports: { start: 'Import de {{shown}} documents depuis {{source}}' },
    documents: {
      describe: 'Description de « {{title}} » ({{fields}})',
      remove: 'Retrait de {{shown}} documents. {{reason}}',
    },
    ocr: { read: 'Lecture d’images de « {{title}} », pages : {{shown}}' },
    tags: { rename: 'Étiquette {{from}} renommée en {{to}}', remove: 'Étiquette {{path}} supprimée' },
    editionDecided: {
      edition: '« {{second}} » noté comme autre version de « {{first}} »',
      translation: '« {{second}} » noté comme traduction de « {{first}} »',
      unrelated: '« {{first}} » et « {{second}} » notés sans rapport',
      open: 'Rapport entre « {{first}} » et « {{second}} » laissé ouvert de nouveau',
    },
    tagsAdded: '{{shown}} documents étiquetés {{tags}}.',
    tagsTaken: '{{tags}} retiré de {{shown}} documents.',
    watches: {
      add: 'Surveillance de {{path}} commencée',
      change: 'Surveillance de {{path}} modifiée',
      remove: 'Surveillance de {{path}} terminée',
    },
    history: { undo: 'Opération annulée' },
  },
}
