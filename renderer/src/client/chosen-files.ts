import type { ChosenFile } from './client.ts'

/** Asks for files, or for a folder and all below it, with the browser's own dialog; empty when it was closed. */
export function askForFiles(what: 'files' | 'folder'): Promise<readonly ChosenFile[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.hidden = true
    if (what === 'folder') input.webkitdirectory = true
    const finish = (): void => {
      resolve(Array.from(input.files ?? [], (file) => ({ file, path: file.webkitRelativePath || file.name })))
      input.remove()
    }
    input.addEventListener('change', finish)
    input.addEventListener('cancel', finish)
    document.body.append(input)
    input.click()
  })
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject)
  })
}

/** A reader gives a folder in portions, so it is asked until it gives nothing more. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const entries: FileSystemEntry[] = []
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (portion.length === 0) return entries
    entries.push(...portion)
  }
}

async function filesBelow(entry: FileSystemEntry): Promise<readonly ChosenFile[]> {
  if (entry.isFile) {
    return [{ file: await fileOf(entry as FileSystemFileEntry), path: entry.fullPath.replace(/^\//, '') }]
  }
  const files: ChosenFile[] = []
  for (const child of await entriesOf(entry as FileSystemDirectoryEntry)) files.push(...(await filesBelow(child)))
  return files
}

/** Every file that was dropped, those in dropped folders with their path below the folder. */
export async function filesOfDrop(transfer: DataTransfer): Promise<readonly ChosenFile[]> {
  // The items are forgotten at the first await, so their entries are taken before it.
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  const files: ChosenFile[] = []
  for (const entry of entries) files.push(...(await filesBelow(entry)))
  return files
}
