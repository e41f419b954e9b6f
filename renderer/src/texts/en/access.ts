import type { Texts } from '../shape.ts'

/** Who may have what: restrictions, redactions, and whom an export is for. */
export const access: Texts = {
  restrict: 'Restrict access…',
  title: 'Access',
  explained:
    'A restricted document leaves the archive for anyone only as a note of this reason and this date. The institution itself can still export it whole.',
  reason: 'Reason',
  review: 'To be reviewed on',
  reviewHint: 'A date such as 2031, 2031-05 or 2031-05-04; may be left empty',
  reviewWrong: 'Not a date',
  lift: 'Open to anybody',
  set: 'Restrict',
  done_one: 'Access to {{shown}} document restricted',
  done_other: 'Access to {{shown}} documents restricted',
  lifted_one: '{{shown}} document opened to anybody',
  lifted_other: '{{shown}} documents opened to anybody',
  pill: 'Restricted: {{reason}}',
  until: 'review {{date}}',
  redactions: {
    title: 'Words marked for redaction',
    explained:
      'No package for anyone holds these words: not in texts, descriptions, index or names of files. Originals that hold them are left out, and the finished package is searched for them.',
    words: 'Words or a phrase',
    wordsHint: 'Letter case, accents and vowel marks do not matter; from five letters on, also inside longer words',
    reason: 'Reason',
    add: 'Mark',
    remove: 'Take the mark off “{{words}}”',
    added: 'Words marked',
    removed: 'Mark taken off',
    none: 'No words are marked',
  },
  audience: {
    label: 'For',
    anyone: 'Anyone',
    institution: 'The institution itself',
  },
  audienceExplained: {
    anyone: 'Restricted documents are only told of, marked words are left out, and nothing says where files lay.',
    institution: 'Everything, restricted documents and marked words included.',
  },
  parts: {
    label: 'With',
    originals: 'Originals, byte for byte',
    descriptions: 'Descriptions for larger archives (Dublin Core, EAD, PREMIS, RO-Crate)',
    records: 'Records from which Chancery restores everything',
    'reading-copy': 'A page that searches and reads it without a program',
  },
  restricted_one: '{{shown}} restricted document is only told of.',
  restricted_other: '{{shown}} restricted documents are only told of.',
  marked_one: '{{shown}} phrase is left out.',
  marked_other: '{{shown}} phrases are left out.',
  showMarked: 'Words marked for redaction…',
  proved_one: 'Afterwards {{shown}} file of the package was searched for the marked words: none of them is there.',
  proved_other: 'Afterwards {{shown}} files of the package were searched for the marked words: none of them is there.',
  withheld_one: '{{shown}} original is left out because it holds marked words.',
  withheld_other: '{{shown}} originals are left out because they hold marked words.',
}
