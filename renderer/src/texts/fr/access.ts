import type { Texts } from '../shape.ts'

export const access: Texts = {
  restrict: 'Restreindre l’accès…',
  title: 'Accès',
  explained:
    'Un document à accès restreint ne quitte l’archive, pour quiconque, que sous la forme d’une note avec ce motif et cette date. L’institution elle-même peut toujours l’exporter en entier.',
  reason: 'Motif',
  review: 'À réexaminer le',
  reviewHint: 'Une date comme 2031, 2031-05 ou 2031-05-04 ; peut rester vide',
  reviewWrong: 'Ce n’est pas une date',
  lift: 'Ouvrir à tous',
  set: 'Restreindre',
  done_one: 'Accès restreint à {{shown}} document',
  done_many: 'Accès restreint à {{shown}} de documents',
  done_other: 'Accès restreint à {{shown}} documents',
  lifted_one: '{{shown}} document ouvert à tous',
  lifted_many: '{{shown}} de documents ouverts à tous',
  lifted_other: '{{shown}} documents ouverts à tous',
  pill: 'Accès restreint : {{reason}}',
  until: 'réexamen {{date}}',
  redactions: {
    title: 'Mots à occulter',
    explained:
      'Aucun paquet destiné à tous ne contient ces mots : ni dans les textes, ni dans les descriptions, l’index ou les noms de fichiers. Les originaux qui les contiennent sont laissés de côté, et le paquet terminé est fouillé à leur recherche.',
    words: 'Mots ou expression',
    wordsHint:
      'Sans égard aux majuscules, aux accents ni aux voyelles arabes ; dès cinq lettres, aussi à l’intérieur d’autres mots',
    reason: 'Motif',
    add: 'Marquer',
    remove: 'Ne plus occulter « {{words}} »',
    added: 'Mots marqués',
    removed: 'Marque retirée',
    none: 'Aucun mot n’est marqué',
  },
  audience: {
    label: 'Pour',
    anyone: 'Tout le monde',
    institution: 'L’institution elle-même',
  },
  audienceExplained: {
    anyone:
      'Les documents à accès restreint sont seulement mentionnés, les mots marqués sont omis, et rien ne dit où se trouvaient les fichiers.',
    institution: 'Tout, y compris les documents à accès restreint et les mots marqués.',
  },
  parts: {
    label: 'Avec',
    originals: 'Originaux, octet pour octet',
    descriptions: 'Descriptions pour de plus grandes archives (Dublin Core, EAD, PREMIS, RO-Crate)',
    records: 'Notices à partir desquelles Chancery rétablit tout',
    'reading-copy': 'Une page qui permet de chercher et de lire sans programme',
  },
  restricted_one: '{{shown}} document à accès restreint est seulement mentionné.',
  restricted_many: '{{shown}} de documents à accès restreint sont seulement mentionnés.',
  restricted_other: '{{shown}} documents à accès restreint sont seulement mentionnés.',
  marked_one: '{{shown}} expression est omise.',
  marked_many: '{{shown}} d’expressions sont omises.',
  marked_other: '{{shown}} expressions sont omises.',
  showMarked: 'Mots à occulter…',
  proved_one:
    'Ensuite, {{shown}} fichier du paquet a été fouillé à la recherche des mots marqués : aucun ne s’y trouve.',
  proved_many:
    'Ensuite, {{shown}} de fichiers du paquet ont été fouillés à la recherche des mots marqués : aucun ne s’y trouve.',
  proved_other:
    'Ensuite, {{shown}} fichiers du paquet ont été fouillés à la recherche des mots marqués : aucun ne s’y trouve.',
  withheld_one: '{{shown}} original est laissé de côté parce qu’il contient des mots marqués.',
  withheld_many: '{{shown}} d’originaux sont laissés de côté parce qu’ils contiennent des mots marqués.',
  withheld_other: '{{shown}} originaux sont laissés de côté parce qu’ils contiennent des mots marqués.',
}
