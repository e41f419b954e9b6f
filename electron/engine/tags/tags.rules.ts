/** A tag's path in the form in which two spellings are the same tag: compatibility-normalised, without case. */
export function foldTag(path: string): string {
  return path.normalize('NFKC').toLocaleLowerCase('en')
}

/** Whether `path` is `above` itself or lies below it. Both folded, or both as written. */
export function isAtOrBelow(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}/`)
}

/** The path that `path` gets when the tag `from`, which it is or lies below, becomes `to`. */
export function movedPath(path: string, from: string, to: string): string {
  return to + path.slice(from.length)
}

/** Every path from the root to the tag itself: `a`, `a/b`, `a/b/c`. */
export function pathAndAncestors(path: string): string[] {
  const names = path.split('/')
  return names.map((_, index) => names.slice(0, index + 1).join('/'))
}
