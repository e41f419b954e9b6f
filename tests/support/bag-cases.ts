import { type BagFiles, bagFiles, declaration, digestOf, manifestOf, payload } from './a-bag.ts'

export const manifest = 'manifest-sha256.txt'
const line = (name: string, content = 'alpha'): string => `${digestOf(content)}  ${name}\n`
const tagManifest = (files: Readonly<BagFiles>): string =>
  manifestOf(Object.fromEntries(Object.entries(files).filter(([name]) => !name.startsWith('data/'))))
const withTagManifest = (files: BagFiles): BagFiles => ({ ...files, 'tagmanifest-sha256.txt': tagManifest(files) })

/** What makes a bag unsound, with the codes that it must be found by. */
export const unsound: readonly (readonly [string, BagFiles, readonly string[]])[] = [
  ['no declaration', bagFiles({ 'bagit.txt': undefined }), ['no-declaration']],
  ['an empty declaration', bagFiles({ 'bagit.txt': '' }), ['declaration']],
  ['a declaration without its encoding', bagFiles({ 'bagit.txt': 'BagIt-Version: 1.0\n' }), ['declaration']],
  ['a declaration with a third line', bagFiles({ 'bagit.txt': `${declaration}More: x\n` }), ['declaration']],
  ['a declaration with a byte order mark', bagFiles({ 'bagit.txt': `\ufeff${declaration}` }), ['declaration']],
  ['a version that does not exist', bagFiles({ 'bagit.txt': declaration.replace('1.0', '7.3') }), ['version']],
  ['no payload manifest', bagFiles({ [manifest]: undefined }), ['no-manifest']],
  [
    'a manifest of an unknown algorithm alone',
    bagFiles({ [manifest]: undefined, 'manifest-crc32.txt': 'aa  data/a.txt\n' }),
    ['no-manifest'],
  ],
  ['a changed payload file', bagFiles({ 'data/a.txt': 'alphA' }), ['file-changed']],
  ['a shortened payload file', bagFiles({ 'data/a.txt': '' }), ['file-changed']],
  ['a missing payload file', bagFiles({ 'data/a.txt': undefined }), ['file-missing', 'oxum']],
  ['a payload file that no manifest names', bagFiles({ 'data/c.txt': 'gamma' }), ['file-unlisted', 'oxum']],
  [
    'a payload file that one of two manifests leaves out',
    bagFiles({ 'manifest-sha512.txt': manifestOf({ 'data/a.txt': 'alpha' }, 'sha512') }),
    ['file-unlisted'],
  ],
  [
    'a wrong digest in one of two manifests',
    bagFiles({ 'manifest-sha512.txt': manifestOf({ ...payload, 'data/a.txt': 'x' }, 'sha512') }),
    ['file-changed'],
  ],
  [
    'a manifest line without a name',
    bagFiles({ [manifest]: `${manifestOf(payload)}${digestOf('x')}\n` }),
    ['manifest-line'],
  ],
  [
    'a manifest line without a digest',
    bagFiles({ [manifest]: `${manifestOf(payload)}data/a.txt\n` }),
    ['manifest-line'],
  ],
  [
    'a manifest that names a file twice',
    bagFiles({ [manifest]: `${manifestOf(payload)}${line('data/a.txt')}` }),
    ['named-twice'],
  ],
  [
    'a payload manifest that names a tag file',
    bagFiles({ [manifest]: `${manifestOf(payload)}${line('bagit.txt', declaration)}` }),
    ['outside-payload'],
  ],
  [
    'a name that leads up',
    bagFiles({ [manifest]: `${manifestOf(payload)}${line('data/../../secret')}` }),
    ['unsafe-name'],
  ],
  ['an absolute name', bagFiles({ [manifest]: `${manifestOf(payload)}${line('/etc/passwd')}` }), ['unsafe-name']],
  ['a name in somebody’s home', bagFiles({ [manifest]: `${manifestOf(payload)}${line('~root/x')}` }), ['unsafe-name']],
  ['a name on a drive', bagFiles({ [manifest]: `${manifestOf(payload)}${line('C:\\x')}` }), ['unsafe-name']],
  ['a Payload-Oxum with other bytes', bagFiles({ 'bag-info.txt': 'Payload-Oxum: 8.2\n' }), ['oxum']],
  ['a Payload-Oxum with another count', bagFiles({ 'bag-info.txt': 'Payload-Oxum: 9.3\n' }), ['oxum']],
  ['a line of bag-info.txt without a label', bagFiles({ 'bag-info.txt': 'no label here\n' }), ['info-line']],
  [
    'a manifest that is not UTF-8',
    bagFiles({ [manifest]: Buffer.concat([Buffer.from(manifestOf(payload)), Buffer.from([0xff, 0x0a])]) }),
    ['file-unlisted', 'tag-file-encoding'],
  ],
  [
    'a tag file changed after its manifest',
    { ...withTagManifest(bagFiles()), 'bag-info.txt': 'Payload-Oxum: 9.2\n' },
    ['file-changed'],
  ],
  [
    'a tag manifest that names a missing file',
    { ...bagFiles(), 'tagmanifest-sha256.txt': line('gone.txt') },
    ['file-missing'],
  ],
  ['a tag manifest that leads out', { ...bagFiles(), 'tagmanifest-sha256.txt': line('../gone.txt') }, ['unsafe-name']],
  [
    'a file yet to be fetched',
    bagFiles({ 'data/a.txt': undefined, 'fetch.txt': 'https://example.org/a 5 data/a.txt\n' }),
    ['file-missing', 'oxum'],
  ],
  ['a fetch line that leads out', bagFiles({ 'fetch.txt': 'https://example.org/a 5 ../a.txt\n' }), ['unsafe-name']],
  [
    'blanks in its declaration',
    bagFiles({ 'bagit.txt': declaration.replace('BagIt-Version:', 'BagIt-Version :') }),
    ['declaration'],
  ],
  [
    'an encoding that does not exist',
    bagFiles({ 'bagit.txt': declaration.replace('UTF-8', 'Klingon-1') }),
    ['encoding'],
  ],
  [
    'tag files in another encoding than it declares',
    bagFiles({ 'bagit.txt': declaration.replace('UTF-8', 'UTF-16BE').replace('1.0', '0.97') }),
    ['file-unlisted', 'tag-file-encoding'],
  ],
  ['a Payload-Oxum that is no two numbers', bagFiles({ 'bag-info.txt': 'Payload-Oxum: many\n' }), ['oxum']],
  ['two Payload-Oxums', bagFiles({ 'bag-info.txt': 'Payload-Oxum: 9.2\nPayload-Oxum: 9.2\n' }), ['oxum']],
  [
    'a name that leads up as Windows writes it',
    bagFiles({ [manifest]: `${manifestOf(payload)}${line('data\\..\\..\\x')}` }),
    ['unsafe-name'],
  ],
  ['a name on a share', bagFiles({ [manifest]: `${manifestOf(payload)}${line('\\\\host\\x')}` }), ['unsafe-name']],
  [
    'a payload file that no manifest of version 0.97 names',
    bagFiles({ 'bagit.txt': declaration.replace('1.0', '0.97'), 'data/c.txt': 'gamma' }),
    ['file-unlisted', 'oxum'],
  ],
  [
    'a fetch line with a length in words',
    bagFiles({ 'fetch.txt': 'https://example.org/a five data/a.txt\n' }),
    ['fetch-line'],
  ],
  ['a broken fetch line', bagFiles({ 'fetch.txt': 'nothing\n' }), ['fetch-line']],
]

/** Bags that are sound although they look unusual. */
export const sound: readonly (readonly [string, BagFiles])[] = [
  ['the plainest one', bagFiles()],
  ['one with a tag manifest', withTagManifest(bagFiles())],
  ['one without bag-info.txt', bagFiles({ 'bag-info.txt': undefined })],
  [
    'one with CRLF line ends',
    bagFiles({
      'bagit.txt': declaration.replaceAll('\n', '\r\n'),
      [manifest]: manifestOf(payload).replaceAll('\n', '\r\n'),
    }),
  ],
  ['one with CR line ends', bagFiles({ [manifest]: manifestOf(payload).replaceAll('\n', '\r') })],
  ['one without a last line end', bagFiles({ [manifest]: manifestOf(payload).trimEnd() })],
  [
    'one with digests in capitals',
    bagFiles({
      [manifest]: Object.entries(payload)
        .map(([name, text]) => `${digestOf(text).toUpperCase()} ${name}\n`)
        .join(''),
    }),
  ],
  ['one with the asterisks of checksum programs', bagFiles({ [manifest]: manifestOf(payload).replaceAll('  ', ' *') })],
  ['one with names that begin with ./', bagFiles({ [manifest]: manifestOf(payload).replaceAll('  data', '  ./data') })],
  ['one with MD5', bagFiles({ [manifest]: undefined, 'manifest-md5.txt': manifestOf(payload, 'md5') })],
  [
    'one with four algorithms',
    bagFiles(
      Object.fromEntries(['md5', 'sha1', 'sha512'].map((each) => [`manifest-${each}.txt`, manifestOf(payload, each)])),
    ),
  ],
  ['one of version 0.97', bagFiles({ 'bagit.txt': declaration.replace('1.0', '0.97') })],
  [
    'one of version 0.97 with tag files in UTF-16',
    bagFiles({
      'bagit.txt': declaration.replace('1.0', '0.97').replace('UTF-8', 'UTF-16BE'),
      'bag-info.txt': undefined,
      [manifest]: Buffer.from(`\ufeff${manifestOf(payload)}`, 'utf16le').swap16(),
    }),
  ],
  [
    'one of version 0.97 with tag files in ISO 8859-1',
    bagFiles({
      'bagit.txt': declaration.replace('1.0', '0.97').replace('UTF-8', 'ISO-8859-1'),
      'data/\u00e9.txt': 'x',
      'bag-info.txt': undefined,
      [manifest]: Buffer.from(manifestOf({ ...payload, 'data/\u00e9.txt': 'x' }), 'latin1'),
    }),
  ],
  [
    'one of version 0.93 with a package-info.txt',
    bagFiles({
      'bagit.txt': declaration.replace('1.0', '0.93'),
      'bag-info.txt': undefined,
      'package-info.txt': 'Payload-Oxum: 9.2\nContact-Name: One\nContact-Name: Another\n',
    }),
  ],
  [
    'one of version 0.97 with a per cent sign that means itself',
    bagFiles({
      'bagit.txt': declaration.replace('1.0', '0.97'),
      'data/5%25.txt': 'x',
      'bag-info.txt': undefined,
      [manifest]: manifestOf({ ...payload, 'data/5%25.txt': 'x' }),
    }),
  ],
  ['one with SHA-224', bagFiles({ [manifest]: undefined, 'manifest-sha224.txt': manifestOf(payload, 'sha224') })],
  [
    'one in whose payload another bag lies',
    bagFiles({
      'data/bag/bagit.txt': declaration,
      'data/bag/manifest-md5.txt': 'nothing\n',
      'bag-info.txt': undefined,
      [manifest]: manifestOf({
        ...payload,
        'data/bag/bagit.txt': declaration,
        'data/bag/manifest-md5.txt': 'nothing\n',
      }),
    }),
  ],
  [
    'one with blanks in a name',
    bagFiles({
      'data/a name.txt': 'x',
      [manifest]: manifestOf({ ...payload, 'data/a name.txt': 'x' }),
      'bag-info.txt': undefined,
    }),
  ],
  [
    'one with an encoded line break in a name',
    bagFiles({
      'data/a\nb.txt': 'x',
      [manifest]: `${manifestOf(payload)}${line('data/a%0Ab.txt', 'x')}`,
      'bag-info.txt': undefined,
    }),
  ],
  [
    'one with an encoded per cent sign in a name',
    bagFiles({
      'data/5%.txt': 'x',
      [manifest]: `${manifestOf(payload)}${line('data/5%25.txt', 'x')}`,
      'bag-info.txt': undefined,
    }),
  ],
  [
    'one with a folded value in bag-info.txt',
    bagFiles({ 'bag-info.txt': 'External-Description: a long\n  description\nPayload-Oxum: 9.2\n' }),
  ],
  ['one with other tag files and folders', bagFiles({ 'notes/readme.txt': 'hello' })],
  ['one whose fetched files are there', bagFiles({ 'fetch.txt': 'https://example.org/a 5 data/a.txt\n' })],
]

/** Bags that are sound, with something that should be said. */
export const doubtful: readonly (readonly [string, BagFiles, readonly string[]])[] = [
  [
    'a manifest that writes é in two characters',
    bagFiles({
      'data/\u00e9.txt': 'x',
      [manifest]: `${manifestOf(payload)}${line('data/e\u0301.txt', 'x')}`,
      'bag-info.txt': undefined,
    }),
    ['name-form'],
  ],
  [
    'two names that differ only in letter case',
    bagFiles({
      'data/A.txt': 'x',
      [manifest]: manifestOf({ ...payload, 'data/A.txt': 'x' }),
      'bag-info.txt': undefined,
    }),
    ['names-alike'],
  ],
  [
    'two names that differ only in Unicode form',
    bagFiles({
      'data/\u00e9.txt': 'x',
      'data/e\u0301.txt': 'y',
      [manifest]: manifestOf({ ...payload, 'data/\u00e9.txt': 'x', 'data/e\u0301.txt': 'y' }),
      'bag-info.txt': undefined,
    }),
    ['names-alike'],
  ],
  [
    'a file, in version 0.97, that one of two manifests leaves out',
    bagFiles({
      'bagit.txt': declaration.replace('1.0', '0.97'),
      'manifest-md5.txt': manifestOf({ 'data/a.txt': 'alpha' }, 'md5'),
    }),
    ['file-unlisted'],
  ],
  [
    'a file to be fetched that no manifest names',
    bagFiles({ 'fetch.txt': 'https://example.org/c 5 data/c.txt\n' }),
    ['fetch-unlisted'],
  ],
  ['payload in a tag manifest', { ...bagFiles(), 'tagmanifest-sha256.txt': line('data/a.txt') }, ['outside-tags']],
  ['a second manifest of an unknown algorithm', bagFiles({ 'manifest-crc32.txt': 'aa  data/a.txt\n' }), ['algorithm']],
  [
    'another encoding of tag files',
    bagFiles({ 'bagit.txt': declaration.replace('UTF-8', 'ISO-8859-1') }),
    ['encoding'],
  ],
]
