import { createHash } from 'node:crypto'
import type { VerifyProblem, VerifyReport } from '../../contract/schemas.ts'
import type { BagSource } from './bag-source.ts'
import { type ManifestLine, isUnsafeName, parseInfo, parseManifest } from './bag-tag-files.ts'

const algorithms = new Set(['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'])
const manifestPattern = /^(?<tag>tag)?manifest-(?<algorithm>[a-z0-9-]+)\.txt$/
const versions = new Set(['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'])
const largestTagFile = 512 << 20

/** Names that differ only in Unicode form are the same file for a reader: file systems change the form behind our backs. */
const sameName = (name: string): string => name.normalize('NFC')

class BagCheck {
  readonly problems: VerifyProblem[] = []
  readonly warnings: VerifyProblem[] = []
  readonly #source: BagSource
  readonly #signal: AbortSignal
  readonly #nameOnDisk: ReadonlyMap<string, string>
  readonly #digests = new Map<string, Map<string, string>>()
  readonly #sizes = new Map<string, number>()

  constructor(source: BagSource, signal: AbortSignal) {
    this.#source = source
    this.#signal = signal
    this.#nameOnDisk = new Map(source.names.map((name) => [sameName(name), name]))
  }

  problem(code: string, subject: string, message: string): void {
    this.problems.push({ code, subject, message })
  }

  warn(code: string, subject: string, message: string): void {
    this.warnings.push({ code, subject, message })
  }

  find(name: string): string | undefined {
    return this.#nameOnDisk.get(sameName(name))
  }

  async readText(name: string): Promise<string | undefined> {
    const chunks: Buffer[] = []
    let bytes = 0
    for await (const chunk of (await this.#source.open(name)) as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > largestTagFile) return undefined
      chunks.push(chunk)
    }
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks))
    } catch {
      this.problem('tag-file-encoding', name, 'The file is not UTF-8.')
      return undefined
    }
  }

  /** Reads a file once and remembers every digest that any manifest wants of it. */
  async digest(name: string, wanted: readonly string[]): Promise<Map<string, string>> {
    const known = this.#digests.get(name)
    if (known !== undefined && wanted.every((algorithm) => known.has(algorithm))) return known
    const hashes = wanted.map((algorithm) => [algorithm, createHash(algorithm)] as const)
    let bytes = 0
    for await (const chunk of (await this.#source.open(name)) as AsyncIterable<Buffer>) {
      this.#signal.throwIfAborted()
      bytes += chunk.length
      for (const [, hash] of hashes) hash.update(chunk)
    }
    this.#sizes.set(name, bytes)
    const digests = new Map([
      ...(known ?? []),
      ...hashes.map(([algorithm, hash]) => [algorithm, hash.digest('hex')] as const),
    ])
    this.#digests.set(name, digests)
    return digests
  }

  /** Bytes of the named files together, as far as they were read; of all files without names. */
  bytesOf(names: Iterable<string> = this.#sizes.keys()): number {
    let sum = 0
    for (const name of names) sum += this.#sizes.get(name) ?? 0
    return sum
  }

  async checkLine(line: ManifestLine, algorithm: string, wanted: readonly string[]): Promise<void> {
    const name = this.find(line.name)
    if (name === undefined) {
      this.problem('file-missing', line.name, 'A manifest names this file, and it is not there.')
      return
    }
    try {
      const digests = await this.digest(name, wanted)
      if (digests.get(algorithm) !== line.digest.toLowerCase())
        this.problem('file-changed', line.name, `Its ${algorithm} is not that of the manifest.`)
    } catch (error) {
      this.#signal.throwIfAborted()
      this.problem('file-unreadable', line.name, (error as Error).message)
    }
  }
}

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
  if (!/^utf-?8$/i.test(encoding))
    check.warn('encoding', 'bagit.txt', `Tag files are said to be ${encoding}; they are read as UTF-8.`)
}

interface Manifest {
  readonly file: string
  readonly algorithm: string
  readonly lines: readonly ManifestLine[]
}

async function readManifests(check: BagCheck, names: readonly string[], ofTags: boolean): Promise<Manifest[]> {
  const manifests: Manifest[] = []
  for (const file of names) {
    const groups = manifestPattern.exec(file)?.groups
    if (groups === undefined || (groups['tag'] !== undefined) !== ofTags) continue
    const algorithm = (groups['algorithm'] ?? '').replaceAll('-', '')
    if (!algorithms.has(algorithm))
      check.warn('algorithm', file, `The algorithm ${algorithm} is not known; the file is not checked.`)
    else {
      const { lines, malformed } = parseManifest((await check.readText(file)) ?? '')
      for (const line of malformed) check.problem('manifest-line', file, `Line ${line} is not a digest and a name.`)
      manifests.push({ file, algorithm, lines })
    }
  }
  return manifests
}

function checkNames(check: BagCheck, manifest: Manifest, ofTags: boolean): void {
  const seen = new Map<string, string>()
  for (const line of manifest.lines) {
    if (isUnsafeName(line.name)) check.problem('unsafe-name', line.name, 'The name leads out of the bag.')
    else if (!ofTags && !line.name.startsWith('data/'))
      check.problem('outside-payload', line.name, 'A payload manifest names what is not payload.')
    const before = seen.get(sameName(line.name))
    if (before !== undefined) check.problem('named-twice', line.name, 'The manifest names it twice.')
    seen.set(sameName(line.name), line.name)
  }
}

function checkCompleteness(check: BagCheck, payload: readonly string[], manifests: readonly Manifest[]): void {
  for (const { file, lines } of manifests) {
    const listed = new Set(lines.map((line) => sameName(line.name)))
    for (const name of payload)
      if (!listed.has(sameName(name))) check.problem('file-unlisted', name, `${file} does not name it.`)
  }
}

async function checkInfo(check: BagCheck, payload: readonly string[]): Promise<void> {
  const name = check.find('bag-info.txt')
  if (name === undefined) return
  const text = await check.readText(name)
  if (text === undefined) return
  const { values, malformed } = parseInfo(text)
  if (malformed) check.problem('info-line', name, 'A line is not a label and a value.')
  const oxum = values.find(([label]) => label.toLowerCase() === 'payload-oxum')?.[1]
  if (oxum === undefined) return
  const [bytes, files] = oxum.split('.')
  if (Number(files) !== payload.length)
    check.problem('oxum', name, `Payload-Oxum counts ${files} files; there are ${payload.length}.`)
  else if (check.problems.length === 0 && Number(bytes) !== check.bytesOf(payload))
    check.problem('oxum', name, 'Payload-Oxum states another number of bytes than there are.')
}

/**
 * Checks a bag against RFC 8493 (and the drafts from 0.93): declaration, manifests, completeness, every digest, Payload-Oxum.
 * Never throws for what is wrong with the bag; rejects when `signal` is aborted.
 */
export async function verifyBag(source: BagSource, signal: AbortSignal): Promise<VerifyReport> {
  const check = new BagCheck(source, signal)
  await checkDeclaration(check)
  const payload = source.names.filter((name) => name.startsWith('data/'))
  const rootNames = source.names.filter((name) => !name.includes('/'))
  const manifests = await readManifests(check, rootNames, false)
  const tagManifests = await readManifests(check, rootNames, true)
  if (manifests.length === 0)
    check.problem('no-manifest', 'manifest-sha512.txt', 'No payload manifest that can be checked is there.')
  if (rootNames.includes('fetch.txt')) await checkFetch(check)
  checkCompleteness(check, payload, manifests)
  const wanted = [...new Set([...manifests, ...tagManifests].map((each) => each.algorithm))]
  for (const each of [...manifests, ...tagManifests]) {
    checkNames(check, each, tagManifests.includes(each))
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

async function checkFetch(check: BagCheck): Promise<void> {
  for (const line of ((await check.readText('fetch.txt')) ?? '').split(/\r\n|\r|\n/)) {
    if (line.trim() === '') continue
    const name = /^\S+\s+\S+\s+(?<name>.+)$/.exec(line)?.groups?.['name']
    if (name === undefined) check.problem('fetch-line', 'fetch.txt', 'A line is not an address, a length and a name.')
    else if (isUnsafeName(name)) check.problem('unsafe-name', name, 'The name leads out of the bag.')
    else if (check.find(name) === undefined)
      check.problem('file-missing', name, 'It is yet to be fetched; Chancery fetches nothing.')
  }
}
