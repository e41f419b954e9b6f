import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

export type ZipContents = Readonly<Record<string, string | Uint8Array>>

/** A real zip archive with these members in this order; text is written as UTF-8. */
export async function makeZip(members: ZipContents, { compress = true } = {}): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(members)) {
    zip.addBuffer(Buffer.from(content), name, { compress, mtime: new Date(2026, 0, 23) })
  }
  zip.end()
  return buffer(zip.outputStream)
}
