import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { filesBelow } from './a-folder.ts'

/** Makes the manifests of a bag say what its files are now, as whoever tampers with it would. */
export async function rewriteManifests(bag: string): Promise<void> {
  const names = (await filesBelow(bag)).map((name) => name.split(path.sep).join('/'))
  const list = async (algorithm: string, wanted: readonly string[]): Promise<string> => {
    const lines = wanted.map(async (name) => {
      const digest = createHash(algorithm)
        .update(await readFile(path.join(bag, name)))
        .digest('hex')
      return `${digest}  ${name}\n`
    })
    return (await Promise.all(lines)).join('')
  }
  const payload = names.filter((name) => name.startsWith('data/'))
  const bytes = await Promise.all(payload.map(async (name) => (await readFile(path.join(bag, name))).length))
  const info = await readFile(path.join(bag, 'bag-info.txt'), 'utf8')
  const oxum = `${bytes.reduce((sum, each) => sum + each, 0)}.${payload.length}`
  await writeFile(path.join(bag, 'bag-info.txt'), info.replace(/^Payload-Oxum: .*$/m, `Payload-Oxum: ${oxum}`))
  for (const algorithm of ['sha256', 'sha512'])
    await writeFile(path.join(bag, `manifest-${algorithm}.txt`), await list(algorithm, payload))
  const tags = names.filter((name) => !name.startsWith('data/') && !name.startsWith('tagmanifest'))
  for (const algorithm of ['sha256', 'sha512'])
    await writeFile(path.join(bag, `tagmanifest-${algorithm}.txt`), await list(algorithm, tags))
}
