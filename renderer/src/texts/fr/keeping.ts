import type { Texts } from '../shape.ts'

export const keeping: Texts = {
  title: 'Conservation',
  fixity: {
    title: 'Originaux',
    explained:
      'Un import contrôle ce qu’il prend. Tant que le programme est ouvert, les originaux sont contrôlés de nouveau tous les {{days}} jours, peu à peu.',
    originals: 'Originaux',
    oldest: 'Contrôle le plus ancien',
    due: 'En attente de contrôle',
    unsound: 'Ne sont plus tels quels',
    check: 'Tout contrôler maintenant',
    report: 'Enregistrer le rapport (CSV)',
    advice: 'Remettez le fichier en place à partir d’une autre copie de l’archive, puis contrôlez de nouveau.',
    sound: 'Tout est tel qu’à l’import.',
    notSound: 'Quelque chose a changé.',
    checked: '{{files}} originaux ({{size}}) et {{events}} opérations de l’historique contrôlés.',
    outcomes: {
      sound: 'intact',
      changed: 'modifié',
      missing: 'manquant',
      unreadable: 'illisible',
    },
  },
  copies: {
    title: 'Copies du catalogue',
    explained:
      'Une par jour quand quelque chose a changé. Les dix plus récentes restent, puis une par semaine, puis une par mois.',
    none: 'Il n’y a pas encore de copie.',
    backUp: 'Copier maintenant',
    put: 'Mettre en place…',
    ask: 'Mettre la copie du {{moment}} à la place du catalogue ? Ce qui a été fait depuis n’y est pas ; le catalogue actuel est gardé parmi les copies.',
    putNow: 'Mettre en place',
    done: 'La copie est en place.',
  },
  records: {
    title: 'Notices dans le dossier',
    explained:
      'À côté de chaque original se trouve tout ce que le catalogue en dit. À partir de ces notices, le catalogue peut être refait, historique compris.',
    rebuildAsk: 'Refaire le catalogue…',
    ask: 'Le catalogue est refait à partir des notices du dossier et prend la place de l’actuel, qui est gardé parmi les copies. Pendant ce temps, l’archive est fermée.',
    rebuild: 'Refaire le catalogue',
    done: 'Le catalogue a été refait.',
    partly:
      'Le catalogue a été refait. Notices illisibles : {{unread}}. Originaux importés de nouveau : {{importing}}.',
    working: 'Le catalogue est en train d’être refait : environ deux secondes pour mille documents.',
  },
  removed: {
    title: 'Documents retirés',
    none: 'Rien n’a été retiré.',
    takeBack: 'Reprendre',
    taken: '« {{title}} » est de nouveau dans l’archive.',
    more: 'Autres, non affichés : {{shown}}',
  },
  repair: {
    title: '« {{title}} » ne peut pas être ouverte',
    explained:
      'Son catalogue est endommagé ou manque. Les originaux ne sont pas touchés. Refaites le catalogue à partir des notices du dossier ; si cela ne suffit pas, mettez une copie à sa place.',
  },
}
