import type { Texts } from '../shape.ts'

export const register: Texts = {
  title: 'Register of agreements',
  explained:
    'Every agreement that the texts carry or cite, in whatever language. Its status follows from what the texts say to have happened.',
  find: 'Find by title, party or year',
  none: 'No text speaks of an agreement with its day or its parties',
  back: 'All agreements',
  search: 'Search its documents',
  columns: {
    title: 'Agreement',
    parties: 'Parties',
    signed: 'Signed',
    status: 'Status',
    texts: 'Texts',
    citing: 'Cited by',
  },
  statuses: {
    cited: 'Cited',
    signed: 'Signed',
    'in-force': 'In force',
    suspended: 'Suspended',
    terminated: 'Terminated',
  },
  roles: { carries: 'is its text:', cites: 'cites it:' },
  texts: 'Texts of the agreement',
  clauses: 'What it says of itself',
  clauseTypes: {
    'entry-into-force': 'Entry into force',
    duration: 'Duration',
    termination: 'Termination',
    languages: 'Languages',
  },
  happenings: 'What happened',
  happeningTypes: {
    signed: 'Signature',
    ratified: 'Ratification',
    'in-force': 'Entry into force',
    suspended: 'Suspension',
    terminated: 'Termination',
    meeting: 'Meeting',
    visit: 'Visit',
  },
  commitments: 'Promises',
  noDue: 'no day',
  citing: 'Documents that cite it',
}
