import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { VerifyProblem } from '../../contract/schemas.ts'
import { areSumsWhole, statedSums, sumsName } from '../database/copy-catalogue.ts'
import { digestFile } from './fixity.ts'

/** Checks the copies of a catalogue against the SHA-256 that was stated of each when it was made. */
export async function checkBackups(
  folder: string,
  signal: AbortSignal,
): Promise<{ readonly problems: VerifyProblem[]; readonly warnings: VerifyProblem[] }> {
  const problems: VerifyProblem[] = []
  const warnings: VerifyProblem[] = []
  if (!existsSync(folder)) return { problems, warnings }
  const sums = statedSums(folder)
  if (!areSumsWhole(folder))
    problems.push({ code: 'sums-damaged', subject: `backups/${sumsName}`, message: 'A line of it cannot be read.' })
  const names = readdirSync(folder).filter((name) => name.endsWith('.sqlite'))
  for (const name of names) {
    const subject = `backups/${name}`
    const stated = sums.get(name)
    if (stated === undefined) {
      warnings.push({ code: 'backup-unstated', subject, message: `${sumsName} does not state its SHA-256.` })
      continue
    }
    const { digests } = await digestFile(path.join(folder, name), ['sha256'], signal)
    if (digests.sha256 !== stated)
      problems.push({ code: 'backup-changed', subject, message: 'The copy was changed since it was made.' })
  }
  for (const name of sums.keys())
    if (!names.includes(name))
      problems.push({
        code: 'backup-missing',
        subject: `backups/${name}`,
        message: `${sumsName} names it, and it is not there.`,
      })
  return { problems, warnings }
}
