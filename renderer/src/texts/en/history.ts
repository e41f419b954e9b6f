import type { Texts } from '../shape.ts'

export const history: Texts = {
  none: 'Nothing has been done yet',
  undone: 'undone',
  redo: 'Do again',
  older_one: '{{shown}} older act is not shown',
  older_other: '{{shown}} older acts are not shown',
  elsewhere: 'in {{archive}}',
  acts: {
    archive: {
      verify: 'Checked {{checked}} originals; not as they were: {{unsound}}',
      restore: 'Put the copy {{backup}} in the place of the catalogue',
      rebuild: 'Made the catalogue again from the records in the folder',
    },
    access: {
      set_one: 'Restricted {{shown}} document: {{reason}}',
      set_other: 'Restricted {{shown}} documents: {{reason}}',
      lift_one: 'Lifted the restriction of {{shown}} document',
      lift_other: 'Lifted the restriction of {{shown}} documents',
    },
    redactions: { add: 'Marked words for redaction. {{reason}}', remove: 'Took a redaction away. {{reason}}' },
    cataloguing: {
      accept: 'Went through “{{title}}”',
      acceptAll_one: 'Accepted the proposals for {{shown}} document',
      acceptAll_other: 'Accepted the proposals for {{shown}} documents',
      reopen_one: 'Put {{shown}} document back into the lane',
      reopen_other: 'Put {{shown}} documents back into the lane',
      refuse: 'Said that “{{title}}” does not say “{{words}}”',
      takeBack: 'Said that “{{title}}” says “{{words}}” after all',
    },
    rules: {
      save: 'Saved the rule “{{name}}”',
      remove: 'Removed the rule “{{name}}”',
      run_one: 'The rule “{{name}}” changed {{shown}} document',
      run_other: 'The rule “{{name}}” changed {{shown}} documents',
    },
    names: {
      change: 'Changed the name “{{from}}” to “{{name}}”',
      merge: 'Said that “{{name}}” is another name of “{{into}}”',
      split: 'Said that “{{name}}” stands for itself',
    },
    collections: {
      make: 'Made the collection “{{name}}”',
      change: 'Changed the collection “{{name}}”',
      remove: 'Removed the collection “{{name}}”',
      put: 'Put {{shown}} documents in “{{name}}”',
      take: 'Took {{shown}} documents out of “{{name}}”',
      move: 'Moved “{{title}}” in “{{name}}”',
    },
    searches: {
      save: 'Saved the search “{{name}}”',
      change: 'Changed the saved search “{{name}}”',
      remove: 'Removed the saved search “{{name}}”',
    },
    thesaurus: {
      set: 'Changed “{{name}}” in the thesaurus',
      remove: 'Removed “{{name}}” from the thesaurus',
      restore: 'Gave “{{name}}” in the thesaurus its own terms back',
    },
    imports: { start: 'Imported {{shown}} documents from {{source}}' },
    documents: {
      takeBack: 'Took {{shown}} removed documents back',
      describe: 'Described “{{title}}” ({{fields}})',
      remove: 'Removed {{shown}} documents. {{reason}}',
    },
    ocr: { read: 'Read pictures of “{{title}}”, pages: {{shown}}' },
    tags: { rename: 'Renamed the tag {{from}} to {{to}}', remove: 'Removed the tag {{path}}' },
    editionDecided: {
      edition: 'Said that “{{second}}” is another edition of “{{first}}”',
      translation: 'Said that “{{second}}” is a translation of “{{first}}”',
      unrelated: 'Said that “{{first}}” and “{{second}}” do not belong together',
      open: 'Left open again what “{{first}}” and “{{second}}” are to each other',
    },
    tagsAdded: 'Tagged {{shown}} documents with {{tags}}.',
    tagsTaken: 'Took {{tags}} off {{shown}} documents.',
    watches: {
      add: 'Began to watch {{path}}',
      change: 'Changed how {{path}} is watched',
      remove: 'Stopped watching {{path}}',
    },
    history: { undo: 'Took an act back' },
  },
}
