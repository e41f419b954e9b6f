// The borders of the house, folder by folder. The map that explains them is electron/README.md.
const engine = '^electron/engine/'

/** A folder may import from these only. `own` packages are named by the start of their path in node_modules. */
const only = (name, from, paths, packages = []) => ({
  name,
  comment: `${from} may import only what the table in electron/README.md allows.`,
  severity: 'error',
  from: { path: from },
  to: {
    pathNot: [from, ...paths, ...packages.map((each) => `^node_modules/(?:@types/)?${each}/`)],
    dependencyTypesNot: ['core'],
  },
})

export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\?url$' } },
    only('contract', '^electron/contract/', [], ['zod']),
    only('language', `${engine}language/`, ['^electron/contract/'], ['lunr', 'snowball-stemmers', 'franc']),
    only('cataloguing', `${engine}cataloguing/`, [
      '^electron/contract/',
      `${engine}language/`,
      `${engine}editions/signature.rules.ts`,
    ]),
    only('database', `${engine}database/`, ['^electron/contract/'], ['better-sqlite3']),
    only('link', '^electron/link/', ['^electron/contract/']),
    only(
      'workers',
      '^electron/workers/',
      [
        '^electron/contract/',
        `${engine}(?:language|cataloguing)/`,
        `${engine}ports.ts`,
        `${engine}importing/store-files.ts`,
        `${engine}editions/signature.rules.ts`,
        `${engine}exporting/reading-copy/copy-data.ts`,
        `${engine}reading-answers.ts`,
        '^electron/link/',
      ],
      [
        'piscina',
        'pdfjs-dist',
        'mammoth',
        'linkedom',
        'postal-mime',
        'chardet',
        'file-type',
        'iconv-lite',
        'marked',
        'yauzl',
        'yazl',
        '@mozilla/readability',
        '@napi-rs/canvas',
      ],
    ),
    only(
      'engine',
      engine,
      ['^electron/contract/'],
      [
        'zod',
        'better-sqlite3',
        'lunr',
        'snowball-stemmers',
        'franc',
        'yauzl',
        'yazl',
        'csv-parse',
        'csv-stringify',
        'diff',
        'chokidar',
      ],
    ),
    {
      name: 'only-the-reading-thread-opens-the-database',
      comment: 'Workers that read files never see the database; the one thread that answers questions does.',
      severity: 'error',
      from: { path: '^electron/workers/', pathNot: 'reading-thread-entry.ts$' },
      to: { path: `${engine}(?:reading-answers.ts|database/)` },
    },
    {
      name: 'stores-hold-sql-only',
      severity: 'error',
      from: { path: '\\.store\\.ts$' },
      to: { path: '\\.handlers\\.ts$' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: {
        path: ['\\.handlers\\.ts$', '^node_modules/better-sqlite3', `${engine}database/`],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'electron-in-desktop-alone',
      severity: 'error',
      from: { pathNot: '^(?:electron/desktop|tests)/' },
      to: { path: '^node_modules/electron/' },
    },
    {
      name: 'hosts-apart-desktop',
      severity: 'error',
      from: { path: '^electron/desktop/' },
      to: { path: '^electron/(?:web|cli)/' },
    },
    {
      name: 'hosts-apart-web',
      severity: 'error',
      from: { path: '^electron/web/' },
      to: { path: '^electron/(?:desktop|cli)/' },
    },
    {
      name: 'hosts-apart-cli',
      severity: 'error',
      from: { path: '^electron/cli/' },
      to: { path: '^electron/(?:desktop|web)/' },
    },
    {
      name: 'reading-copy-knows-words-and-the-contract',
      comment: 'The page in a package finds words as the engine indexed them, and so shares how they are read.',
      severity: 'error',
      from: { path: '^renderer/reading-copy/' },
      to: {
        path: '^(?:electron|renderer/src)/',
        pathNot: `^electron/contract/|${engine}language/|^renderer/src/texts/`,
      },
    },
    {
      name: 'page-knows-the-contract-alone',
      comment: 'The page imports types, error codes and words of the contract; never zod, never the engine.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/reading-copy/' },
      to: { path: '^electron/', pathNot: '^electron/contract/' },
    },
    {
      name: 'no-zod-in-the-page',
      severity: 'error',
      from: { path: '^renderer/' },
      to: {
        path: ['schemas\\.ts$', '^electron/contract/calls.ts$', '^node_modules/zod'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^(?:electron|renderer)/' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
