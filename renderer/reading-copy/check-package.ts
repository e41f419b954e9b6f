/** What the check of the package's own files found. Names are those of the manifests. */
export interface PackageCheck {
  readonly checked: number
  readonly bytes: number
  readonly changed: readonly string[]
  readonly missing: readonly string[]
  readonly unlisted: readonly string[]
  /** The SHA-256 of the manifest of manifests: two packages with the same one are the same. */
  readonly seal: string
}

const manifests = ['tagmanifest-sha256.txt', 'manifest-sha256.txt'] as const

const decodeName = (name: string): string =>
  name.replace(/%(0d|0a|25)/gi, (_match, code: string) => String.fromCharCode(parseInt(code, 16)))

async function digestOf(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function linesOf(manifest: string): [name: string, digest: string][] {
  return manifest.split(/\r\n|\r|\n/).flatMap<[string, string]>((line) => {
    const groups = /^(?<digest>[0-9a-f]{64})\s+\*?(?<name>\S.*)$/i.exec(line)?.groups
    if (groups === undefined) return []
    return [[decodeName(groups['name'] ?? '').normalize('NFC'), groups['digest'] ?? '']]
  })
}

/** The files of a chosen folder by their names in the package; undefined when there is no package in it. */
function filesOfPackage(files: readonly File[]): Map<string, File> | undefined {
  const depth = (file: File): number => file.webkitRelativePath.split('/').length
  const [declaration] = files.filter(({ name }) => name === 'bagit.txt').sort((a, b) => depth(a) - depth(b))
  if (declaration === undefined) return undefined
  const root = declaration.webkitRelativePath.slice(0, -'bagit.txt'.length)
  return new Map(
    files
      .filter((file) => file.webkitRelativePath.startsWith(root))
      .map((file) => [file.webkitRelativePath.slice(root.length).normalize('NFC'), file]),
  )
}

/**
 * Computes the SHA-256 of every file that the manifests name, and compares. Undefined when the folder holds no package with
 * manifests. `onProgress` gets the share of bytes that is read, 0 to 1.
 */
export async function checkPackage(
  chosen: readonly File[],
  onProgress: (share: number) => void,
): Promise<PackageCheck | undefined> {
  const files = filesOfPackage(chosen)
  const [seal, payload] = manifests.map((name) => files?.get(name))
  if (files === undefined || seal === undefined || payload === undefined) return undefined
  const lines = [...linesOf(await seal.text()), ...linesOf(await payload.text())]
  const total = lines.reduce((sum, [name]) => sum + (files.get(name)?.size ?? 0), 0)
  const changed: string[] = []
  const missing: string[] = []
  let bytes = 0
  for (const [name, digest] of lines) {
    const file = files.get(name)
    if (file === undefined) {
      missing.push(name)
      continue
    }
    if ((await digestOf(file)) !== digest.toLowerCase()) changed.push(name)
    bytes += file.size
    onProgress(total === 0 ? 1 : bytes / total)
  }
  const listed = new Set(lines.map(([name]) => name))
  const unlisted = [...files.keys()].filter((name) => name.startsWith('data/') && !listed.has(name))
  return { checked: lines.length - missing.length, bytes, changed, missing, unlisted, seal: await digestOf(seal) }
}
