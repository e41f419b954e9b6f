import type { VerifyReport } from '../../contract/schemas.ts'
import { BagCheck, composed } from './bag-check.ts'
import { checkBagNames, checkManifestNames } from './bag-names.ts'
import type { BagSource } from './bag-source.ts'
import { type Manifest, type ManifestLine, isUnsafeName, parseInfo, parseManifest } from './bag-tag-files.ts'

const algorithms = new Set(['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'])
const manifestPattern = /^(?<tag>tag)?manifest-(?<algorithm>[a-z0-9-]+)\.txt$/i
const versions = new Set(['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'])

/** Drafts up to 0.95 called `bag-info.txt` by another name. */
const infoNames = ['bag-info.txt', 'package-info.txt']

async function checkDeclaration(check: BagCheck): Promise<void> {
  const name = check.find('bagit.txt')
  const text = name === undefined ? undefined : await check.readText(name)
  if (text === undefined) {
    check.problem('no-declaration', 'bagit.txt', 'There is no readable bagit.txt: this is not a bag.')
    return
  }
  if (text.startsWith('\ufeff')) check.problem('declaration', 'bagit.txt', 'The file begins with a byte order mark.')
  const match =
    /^\ufeff?BagIt-Version: (?<version>\d+\.\d+)(?:\r\n|\r|\n)Tag-File-Character-Encoding: (?<encoding>\S+)(?:\r\n|\r|\n)*$/.exec(
      text,
    )
  if (match === null) {
    check.problem('declaration', 'bagit.txt', 'It does not have the two lines that the standard demands.')
    return
  }
  const { version = '', encoding = '' } = match.groups ?? {}
  if (!versions.has(version)) check.problem('version', 'bagit.txt', `Version ${version} of BagIt is not known.`)
  check.version = Number(version)
  if (/^utf-?8$/i.test(encoding)) return
  // 1.0 says that tag files should be UTF-8; earlier versions leave it open.
  if (!check.useEncoding(encoding))
    check.problem('encoding', 'bagit.txt', `The encoding ${encoding} of tag files is not known.`)
  else if (check.version >= 1)
    check.warn('encoding', 'bagit.txt', `Tag files are in ${encoding}; the standard recommends UTF-8.`)
}

async function readManifests(check: BagCheck, names: readonly string[], ofTags: boolean): Promise<Manifest[]> {
  const manifests: Manifest[] = []
  for (const file of names) {
    const groups = manifestPattern.exec(file)?.groups
    if (groups === undefined || (groups['tag'] !== undefined) !== ofTags) continue
    const algorithm = (groups['algorithm'] ?? '').replaceAll('-', '').toLowerCase()
    if (!algorithms.has(algorithm))
      check.warn('algorithm', file, `The algorithm ${algorithm} is not known; the file is not checked.`)
    else {
      const { lines, malformed } = parseManifest((await check.readText(file)) ?? '')
      for (const line of malformed) check.problem('manifest-line', file, `Line ${line} is not a digest and a name.`)
      manifests.push({ file, algorithm, lines, ofTags })
    }
  }
  return manifests
}

/** Since 1.0 every payload manifest names every payload file; before, one of them had to. */
function checkCompleteness(check: BagCheck, payload: readonly string[], manifests: readonly Manifest[]): void {
  const listedIn = (lines: readonly ManifestLine[]): ReadonlySet<string> =>
    new Set(lines.map((line) => composed(check.findLine(line) ?? line.name)))
  const ofEach = manifests.map(({ file, lines }) => ({ file, listed: listedIn(lines) }))
  for (const name of payload) {
    const without = ofEach.filter(({ listed }) => !listed.has(composed(name)))
    const isListed = without.length < ofEach.length
    for (const { file } of without)
      if (check.version >= 1 || !isListed) check.problem('file-unlisted', name, `${file} does not name it.`)
      else check.warn('file-unlisted', name, `${file} does not name it; another manifest does.`)
  }
}

function checkOxum(check: BagCheck, file: string, oxum: string, payload: readonly string[]): void {
  const groups = /^(?<bytes>\d+)\.(?<files>\d+)$/.exec(oxum)?.groups
  if (groups === undefined)
    check.problem('oxum', file, 'Payload-Oxum is not a number of bytes, a dot and a number of files.')
  else if (Number(groups['files']) !== payload.length)
    check.problem('oxum', file, `Payload-Oxum counts ${groups['files']} files; there are ${payload.length}.`)
  else if (check.problems.length === 0 && Number(groups['bytes']) !== check.bytesOf(payload))
    check.problem('oxum', file, 'Payload-Oxum states another number of bytes than there are.')
}

async function checkInfo(check: BagCheck, payload: readonly string[]): Promise<void> {
  const name = infoNames.map((each) => check.find(each)).find((each) => each !== undefined)
  if (name === undefined) return
  const text = await check.readText(name)
  if (text === undefined) return
  const { values, malformed } = parseInfo(text)
  if (malformed) check.problem('info-line', name, 'A line is not a label and a value.')
  const oxums = values.filter(([label]) => label.toLowerCase() === 'payload-oxum')
  if (oxums.length > 1) check.problem('oxum', name, 'Payload-Oxum stands there more than once.')
  for (const [, oxum] of oxums) checkOxum(check, name, oxum, payload)
}

async function checkFetch(check: BagCheck, manifests: readonly Manifest[]): Promise<void> {
  const listed = new Set(manifests.flatMap(({ lines }) => lines.map(({ name }) => composed(name))))
  for (const line of ((await check.readText('fetch.txt')) ?? '').split(/\r\n|\r|\n/)) {
    if (line.trim() === '') continue
    const groups = /^(?<address>\S+)\s+(?<length>\S+)\s+(?<name>\S.*)$/.exec(line)?.groups
    const name = groups?.['name']
    if (name === undefined || !/^(?:-|\d+)$/.test(groups?.['length'] ?? ''))
      check.problem('fetch-line', 'fetch.txt', 'A line is not an address, a length and a name.')
    else if (isUnsafeName(name)) check.problem('unsafe-name', name, 'The name leads out of the bag.')
    else if (!listed.has(composed(name)))
      check.warn('fetch-unlisted', name, 'It is to be fetched, and no manifest names it.')
    else if (check.find(name) === undefined)
      check.problem('file-missing', name, 'It is yet to be fetched; Chancery fetches nothing.')
  }
}

/** A link is not what it shows: its target may lie outside and change without the bag. Chancery follows none. */
function checkLinks(check: BagCheck, source: BagSource): void {
  for (const name of source.links)
    check.problem('link', name, 'It is a link or a device, not a file of the bag; it is not followed.')
  for (const name of source.repeated)
    check.problem('file-repeated', name, 'The zip file has more than one file of this name.')
}

/**
 * Checks a bag against RFC 8493 (and the drafts from 0.93): declaration, manifests, completeness, names, every digest,
 * Payload-Oxum. Never throws for what is wrong with the bag; rejects when `signal` is aborted.
 */
export async function verifyBag(source: BagSource, signal: AbortSignal): Promise<VerifyReport> {
  const check = new BagCheck(source, signal)
  await checkDeclaration(check)
  checkLinks(check, source)
  const payload = source.names.filter((name) => name.startsWith('data/'))
  const rootNames = source.names.filter((name) => !name.includes('/'))
  const manifests = await readManifests(check, rootNames, false)
  const all = [...manifests, ...(await readManifests(check, rootNames, true))]
  if (manifests.length === 0)
    check.problem('no-manifest', 'manifest-sha512.txt', 'No payload manifest that can be checked is there.')
  if (!source.hasPayloadFolder) check.problem('no-payload', 'data/', 'There is no payload folder.')
  checkBagNames(check, source.names)
  if (rootNames.includes('fetch.txt')) await checkFetch(check, manifests)
  checkCompleteness(check, payload, manifests)
  const wanted = [...new Set(all.map((each) => each.algorithm))]
  for (const each of all) {
    checkManifestNames(check, each)
    for (const line of each.lines) if (!isUnsafeName(line.name)) await check.checkLine(line, each.algorithm, wanted)
  }
  await checkInfo(check, payload)
  const { problems, warnings } = check
  return {
    what: 'bag',
    valid: problems.length === 0,
    filesChecked: payload.length,
    bytesChecked: check.bytesOf(),
    eventsChecked: 0,
    problems,
    warnings,
  }
}
