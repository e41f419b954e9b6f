import type { EventListener } from '../contract/events.ts'
import type { WriteContext } from './context.ts'
import { DailyBackup } from './preservation/daily-backup.ts'
import { FixityRounds } from './preservation/fixity-rounds.ts'
import { IndexFollower } from './search/index-follower.ts'
import { SidecarFollower } from './sidecars/sidecar-follower.ts'
import { FolderWatcher } from './watching/folder-watcher.ts'

type Subscribe = (listener: EventListener) => () => void
type Stop = () => Promise<void> | void

/** Works that run by the clock, where the host wants them. */
function startClockwork(context: WriteContext): Stop[] {
  const { backUpDaily, checkFixity } = context.ports
  const stops: Stop[] = []
  if (backUpDaily === true) {
    const daily = new DailyBackup(context)
    daily.start()
    stops.push(() => daily.stop())
  }
  if (checkFixity === true) {
    const rounds = new FixityRounds(context)
    rounds.start()
    stops.push(() => rounds.stop())
  }
  return stops
}

function watchFolders(context: WriteContext, subscribe: Subscribe): Stop {
  const watcher = new FolderWatcher(context)
  void watcher.follow()
  subscribe((event) => {
    if (event.type === 'archive.changed' && event.subjects.includes('watches')) void watcher.follow()
  })
  return () => watcher.stop()
}

/**
 * Starts what goes on behind the calls while an archive is open for writing: the index, the records beside the originals, imports
 * that were interrupted, watched folders, pictures, copies. Answers what stops it, in order; each waits until its work has ended.
 */
export function startBackgroundWork(context: WriteContext, subscribe: Subscribe): (() => Promise<void>)[] {
  const { imports, ocr, ports } = context
  const index = new IndexFollower(context)
  const sidecars = new SidecarFollower(context)
  index.start()
  sidecars.start()
  if (ports.resumeImports === true) imports.resume(context)
  const stops: Stop[] = ports.watchFolders === true ? [watchFolders(context, subscribe)] : []
  stops.push(...startClockwork(context))
  ocr.follow(context)
  subscribe((event) => {
    if (event.type !== 'archive.changed') return
    index.start()
    sidecars.start()
    // Pictures come with imports, and come back with acts that are undone.
    if (event.subjects.includes('imports') || event.subjects.includes('history')) ocr.follow(context)
  })
  stops.push(
    () => ocr.close(),
    () => imports.close(),
    () => index.stop(),
    () => sidecars.stop(),
  )
  return stops.map((stop) => async () => stop())
}
