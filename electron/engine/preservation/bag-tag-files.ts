export interface ManifestLine {
  readonly digest: string
  /** As the file is named in the bag, decoded. */
  readonly name: string
  /** As the manifest writes it. */
  readonly written: string
}

export interface Manifest {
  readonly file: string
  readonly algorithm: string
  readonly lines: readonly ManifestLine[]
  /** Whether it is a tag manifest. */
  readonly ofTags: boolean
}

/** The names that a line may mean: decoded first; versions before 1.0 encode line breaks but no per cent sign. */
export const namesOfLine = ({ name, written }: ManifestLine): readonly string[] =>
  name === written ? [name] : [name, written]

const lineEnd = /\r\n|\r|\n/

/** Manifest lines: a digest, white space (and the `*` of checksum programs), a name with CR, LF and % percent-encoded. */
export function parseManifest(text: string): { lines: ManifestLine[]; malformed: number[] } {
  const lines: ManifestLine[] = []
  const malformed: number[] = []
  text.split(lineEnd).forEach((line, index) => {
    if (line.trim() === '') return
    const groups = /^(?<digest>[0-9a-f]+)\s+\*?(?<name>\S.*)$/i.exec(line)?.groups
    if (groups === undefined) malformed.push(index + 1)
    else {
      const written = (groups['name'] ?? '').replace(/^\.\//, '')
      const name = written.replace(/%(0d|0a|25)/gi, (_match, code: string) => String.fromCharCode(parseInt(code, 16)))
      lines.push({ digest: groups['digest'] ?? '', name, written })
    }
  })
  return { lines, malformed }
}

/** Labels and values of `bag-info.txt`, in order; a line that begins with white space continues the value before it. */
export function parseInfo(text: string): { values: (readonly [string, string])[]; malformed: boolean } {
  const values: [string, string][] = []
  let malformed = false
  for (const line of text.split(lineEnd)) {
    if (line.trim() === '') continue
    const last = values.at(-1)
    const match = /^(?<label>[^\s:][^:]*?)\s*:\s*(?<value>.*)$/.exec(line)
    if (/^\s/.test(line) && last !== undefined) last[1] += ` ${line.trim()}`
    else if (match === null) malformed = true
    else values.push([match.groups?.['label'] ?? '', match.groups?.['value'] ?? ''])
  }
  return { values, malformed }
}

/** Whether a name leads out of the bag on any system: up, absolute, a home folder, a drive, a share. */
export function isUnsafeName(name: string): boolean {
  return name.split(/[/\\]/).includes('..') || /^(?:[/\\~]|[a-z]:)/i.test(name)
}
