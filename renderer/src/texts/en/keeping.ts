import type { Texts } from '../shape.ts'

/** How an archive stays whole: checks, copies, records, what was removed. */
export const keeping: Texts = {
  title: 'Preservation',
  fixity: {
    title: 'Originals',
    explained:
      'An import checks what it takes in. While the program is open, originals are checked again every {{days}} days, by and by.',
    originals: 'Originals',
    oldest: 'Oldest check',
    due: 'Waiting for their check',
    unsound: 'Not as they were',
    check: 'Check everything now',
    report: 'Save the report (CSV)',
    advice: 'Put the file back from another copy of the archive, then check again.',
    sound: 'Everything is as it was imported.',
    notSound: 'Something is not as it was.',
    checked: '{{files}} originals ({{size}}) and {{events}} acts of the history were checked.',
    outcomes: {
      sound: 'sound',
      changed: 'changed',
      missing: 'missing',
      unreadable: 'cannot be read',
    },
  },
  copies: {
    title: 'Copies of the catalogue',
    explained: 'Made once a day when something has changed. The newest ten stay, then one a week, then one a month.',
    none: 'There is no copy yet.',
    backUp: 'Copy now',
    put: 'Put in place…',
    ask: 'Put the copy of {{moment}} in the place of the catalogue? What was done since is gone from it; the catalogue that is there now is kept among the copies.',
    putNow: 'Put in place',
    done: 'The copy is in place.',
  },
  records: {
    title: 'Records in the folder',
    explained:
      'Beside each original lies all that the catalogue says of it. From these records the catalogue can be made again, with its history.',
    rebuildAsk: 'Make the catalogue again…',
    ask: 'The catalogue is made anew from the records in the folder and takes the place of the one that is there, which is kept among the copies. Meanwhile the archive is closed.',
    rebuild: 'Make the catalogue again',
    done: 'The catalogue was made again.',
    partly:
      'The catalogue was made again. Records that cannot be read: {{unread}}. Originals that are imported anew: {{importing}}.',
    working: 'The catalogue is being made again. This takes about two seconds for a thousand documents.',
  },
  removed: {
    title: 'Removed documents',
    none: 'Nothing was removed.',
    takeBack: 'Take back',
    taken: '“{{title}}” is in the archive again.',
    more: 'More that are not shown: {{shown}}',
  },
  repair: {
    title: '“{{title}}” cannot be opened',
    explained:
      'Its catalogue is damaged or missing. The originals are not touched by that. Make the catalogue again from the records in the folder; only where that does not help, put a copy in its place.',
  },
}
