import { existsSync, readdirSync } from 'node:fs'
import type { WriteContext } from '../context.ts'
import { statement } from '../database/statement.ts'
import { backUpCatalogue } from './backup.ts'
import { newestBackup } from './backups.rules.ts'

const dayMs = 24 * 60 * 60 * 1000
/** How often it is asked whether a day has passed: a computer that sleeps wakes at any hour. */
const askEveryMs = 60 * 60 * 1000
/** So long after the opening, people have what they came for. */
const firstAfterMs = 60 * 1000

/** Whether a copy of the catalogue is due: something happened since the newest, and that is a day old. */
export function isBackupDue({ db, folder, ports }: Pick<WriteContext, 'db' | 'folder' | 'ports'>): boolean {
  const newest = existsSync(folder.backups) ? newestBackup(readdirSync(folder.backups)) : undefined
  const last = statement<[], number | null>(db, 'SELECT max(at) FROM event').pluck().get() ?? undefined
  if (last === undefined) return false
  return newest === undefined || (ports.now() - newest >= dayMs && last > newest)
}

/** Copies the catalogue once a day while an archive is open, when something has changed and no import is at work. */
export class DailyBackup {
  readonly #context: WriteContext
  #timer: NodeJS.Timeout | undefined

  constructor(context: WriteContext) {
    this.#context = context
  }

  start(): void {
    this.#ask(firstAfterMs)
  }

  #ask(afterMs: number): void {
    this.#timer = setTimeout(() => {
      this.run()
      this.#ask(askEveryMs)
    }, afterMs)
    this.#timer.unref()
  }

  /** Makes the copy that is due, if one is. A disk that is full today may have room tomorrow: a failure is not passed on. */
  run(): void {
    const { db, folder, ports, imports } = this.#context
    if (imports.isBusy || !isBackupDue(this.#context)) return
    try {
      backUpCatalogue(db, folder.backups, new Date(ports.now()))
    } catch {
      // It is due again in an hour.
    }
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}
