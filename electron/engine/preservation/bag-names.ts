import { type BagCheck, composed } from './bag-check.ts'
import { type Manifest, isUnsafeName } from './bag-tag-files.ts'

/** How a file system that ignores letter case and Unicode form sees a name. */
const folded = (name: string): string => composed(composed(name).toLowerCase())

/** What a manifest names, and how: names that lead out, stand twice, or differ so little that some systems keep only one of them. */
export function checkManifestNames(check: BagCheck, manifest: Manifest): void {
  const seen = new Set<string>()
  const alike = new Map<string, string>()
  for (const { name } of manifest.lines) {
    if (isUnsafeName(name)) check.problem('unsafe-name', name, 'The name leads out of the bag.')
    else if (!manifest.ofTags && !name.startsWith('data/'))
      check.problem('outside-payload', name, 'A payload manifest names what is not payload.')
    else if (manifest.ofTags && name.startsWith('data/'))
      check.warn('outside-tags', name, 'A tag manifest names payload.')
    const other = alike.get(folded(name))
    if (seen.has(name)) check.problem('named-twice', name, `${manifest.file} names it twice.`)
    else if (other !== undefined)
      check.warn('names-alike', name, `It differs from ${other} only in letter case or Unicode form.`)
    seen.add(name)
    alike.set(folded(name), name)
  }
}

/** Files of the bag that a system without letter case, or with one Unicode form, would write over one another. */
export function checkBagNames(check: BagCheck, names: readonly string[]): void {
  const alike = new Map<string, string>()
  for (const name of names) {
    const other = alike.get(folded(name))
    if (other !== undefined)
      check.warn('names-alike', name, `It differs from ${other} only in letter case or Unicode form.`)
    alike.set(folded(name), name)
  }
}
