import { expect, it } from 'vitest'
import { aFolder } from '../support/a-folder.ts'
import { tortureImports } from './kill-imports.ts'

it('an import that is killed 15 times at random moments ends as if nobody had disturbed it', async () => {
  const report = await tortureImports({ workFolder: await aFolder(), kills: 15, releases: 60, seed: 20_260_118 })
  expect(report.faults).toEqual([])
  expect(report.kills).toBeGreaterThanOrEqual(15)
}, 240_000)
