const namePattern = /^catalogue-(?<day>\d{8})-(?<time>\d{6})(?:-(?<count>\d+))?\.sqlite$/

/** The newest copies stay whatever their age. */
const keptNewest = 10
const keptWeeks = 8
const keptMonths = 12

interface Backup {
  readonly name: string
  readonly key: string
  /** Days since 1970. */
  readonly day: number
  readonly month: string
}

function parse(name: string): Backup | undefined {
  const { day = '', time = '', count = '1' } = namePattern.exec(name)?.groups ?? {}
  if (day === '') return undefined
  const at = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6, 8)))
  return {
    name,
    key: `${day}${time}${count.padStart(9, '0')}`,
    day: Math.floor(at / 86_400_000),
    month: day.slice(0, 6),
  }
}

/** The newest of each of the first so many groups; `backups` come newest first. */
function newestOfEach(
  backups: readonly Backup[],
  groupOf: (backup: Backup) => string | number,
  most: number,
): Backup[] {
  const seen = new Map<string | number, Backup>()
  for (const backup of backups) if (!seen.has(groupOf(backup))) seen.set(groupOf(backup), backup)
  return [...seen.values()].slice(0, most)
}

/** When the newest of the copies was made, in milliseconds since 1970; undefined where there is none. */
export function newestBackup(names: readonly string[]): number | undefined {
  const [newest] = names
    .flatMap((name) => parse(name)?.key ?? [])
    .sort()
    .reverse()
  if (newest === undefined) return undefined
  const part = (from: number, to: number): number => Number(newest.slice(from, to))
  return Date.UTC(part(0, 4), part(4, 6) - 1, part(6, 8), part(8, 10), part(10, 12), part(12, 14))
}

/**
 * Which of the copies of a catalogue may go, by their names. The newest ten stay, and the newest of each of the last eight weeks
 * and of each of the last twelve months that have one. Names of other files are never among them.
 */
export function backupsToRemove(names: readonly string[]): string[] {
  const backups = names.flatMap((name) => parse(name) ?? []).sort((a, b) => (a.key < b.key ? 1 : -1))
  const kept = new Set([
    ...backups.slice(0, keptNewest),
    // Weeks begin on Monday: the first day of 1970 was a Thursday.
    ...newestOfEach(backups, ({ day }) => Math.floor((day + 3) / 7), keptWeeks),
    ...newestOfEach(backups, ({ month }) => month, keptMonths),
  ])
  return backups.filter((backup) => !kept.has(backup)).map(({ name }) => name)
}
