import { type ReadingFiles, readingFile } from '../../electron/contract/reading-copy.ts'

type Kind = keyof ReadingFiles

/**
 * The files of the package as they come. A page that was opened as a file may read no other; it may run them as scripts, and each
 * of them hands over what it holds.
 */
const received = new Map<string, unknown>()
const waiting = new Map<string, Promise<void>>()

declare global {
  interface Window {
    readingCopy: { receive(kind: Kind, number: number, json: string): void }
  }
}

/** Lets the files hand over what they hold. Must have run before the first of them does. */
export function openForFiles(): void {
  window.readingCopy = {
    receive: (kind, number, json) => {
      received.set(readingFile(kind, number), JSON.parse(json))
    },
  }
}

/** What a file holds that has come already. */
export function taken<K extends Kind>(kind: K, number: number): ReadingFiles[K] | undefined {
  return received.get(readingFile(kind, number)) as ReadingFiles[K] | undefined
}

function runScript(source: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = source
    script.onload = () => resolve()
    script.onerror = () => reject(new Error(source))
    document.head.append(script)
  })
}

/** What a file holds, fetched when it is first asked for. Rejects when the file is not in the package or is no script. */
export async function load<K extends Kind>(kind: K, number: number): Promise<ReadingFiles[K]> {
  const source = readingFile(kind, number)
  if (!received.has(source)) {
    const running = waiting.get(source) ?? runScript(source)
    waiting.set(source, running)
    await running.finally(() => waiting.delete(source))
  }
  const value = taken(kind, number)
  if (value === undefined) throw new Error(source)
  return value
}

/** Lets go of a file; it can be loaded again. */
export function forget(kind: Kind, number: number): void {
  received.delete(readingFile(kind, number))
}

/** All documents, in the order of the package; they come with the page. */
export function allDocuments(): ReadingFiles['documents'] {
  const documents: ReadingFiles['documents'][number][] = []
  for (let number = 0; ; number++) {
    const some = taken('documents', number)
    if (some === undefined) return documents
    documents.push(...some)
  }
}
