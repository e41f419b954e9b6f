import { extractText } from '../../../electron/workers/extraction/extract-text.ts'
import { type ExtractedText, Refusal } from '../../../electron/workers/extraction/extracted.ts'

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : content

export function read(name: string, content: string | Uint8Array): Promise<ExtractedText> {
  return extractText({ name, bytes: bytesOf(content) })
}

/** The text of a file, its pages parted by a line of their own. */
export async function textOf(name: string, content: string | Uint8Array): Promise<string> {
  const { pages } = await read(name, content)
  return pages.map((page) => page.text).join('\n[page]\n')
}

/** The reason for which a file is refused, and what is said of it; anything else that is thrown is thrown on. */
export async function refusalOf(
  name: string,
  content: string | Uint8Array,
): Promise<{ reason: string; message: string }> {
  try {
    await read(name, content)
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.reason, message: error.message }
    throw error
  }
  throw new Error(`${name} was read`)
}
