import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { TagPath } from '../../contract/schemas.ts'
import { waitForImport } from '../importing/wait-for-import.ts'
import type { OpenArchive } from '../open-archive.ts'

const SampleList = z.object({
  title: z.string(),
  documents: z.array(z.object({ file: z.string(), tags: z.array(TagPath) })),
})

/** Imports the sample documents and tags them, through the same calls as everybody's; does nothing when they are there. */
export async function fillSampleArchive(archive: OpenArchive, sampleFolder: string): Promise<void> {
  const { documents } = await archive.call('archive.summary', {})
  if (documents > 0) return
  const list = SampleList.parse(JSON.parse(await readFile(path.join(sampleFolder, 'sample.json'), 'utf8')))
  const { id } = await archive.call('imports.start', { paths: [path.join(sampleFolder, 'documents')], tags: [] })
  await waitForImport(archive, id)
  const { files } = await archive.call('imports.files', { id, offset: 0, limit: 1000 })
  const documentOf = new Map(files.map((file) => [path.basename(file.path), file.documentId]))
  const byTag = new Map<string, string[]>()
  for (const { file, tags } of list.documents) {
    const document = documentOf.get(path.basename(file))
    if (document !== undefined) for (const tag of tags) byTag.set(tag, [...(byTag.get(tag) ?? []), document])
  }
  for (const [tag, ids] of byTag) await archive.call('tags.assign', { selection: { ids }, add: [tag], remove: [] })
}
