import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { linesOfText, makePdf } from '../../support/makers/pdf-maker.ts'

// In a process of its own: what ends a process cannot be seen from within it.
const script = `
  const { extractText } = await import(${JSON.stringify(new URL('../../../electron/workers/extraction/extract-text.ts', import.meta.url).href)})
  const bytes = Buffer.from(process.argv[1], 'base64')
  const { pages } = await extractText({ name: 'a.pdf', bytes })
  await new Promise((resolve) => setTimeout(resolve, 50))
  console.log(pages.map((page) => page.text).join('|'))
`

describe('a page whose dictionary is broken', () => {
  it('does not end the process that reads the file, and leaves the other pages as they are', () => {
    const sound = Buffer.from(makePdf(['one', 'two', 'three'].map((line) => linesOfText([line])))).toString('latin1')
    let page = 0
    const broken = sound.replace(/\/Page \/Parent/g, (entry) => (++page >= 2 ? '/Page )Parent' : entry))
    const bytes = Buffer.from(broken, 'latin1').toString('base64')
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script, bytes], { encoding: 'utf8' })
    expect(output.trim().startsWith('one')).toBe(true)
  })
})
