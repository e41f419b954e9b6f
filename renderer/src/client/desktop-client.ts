import type { DesktopBridge, HostActName, HostActs } from '../../../electron/contract/host.ts'
import { asArchiveError, errorOfStatus, valueOf } from './replies.ts'
import type { ChosenFile, Client } from './client.ts'

async function readOriginal(fileId: string, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await fetch(`/content/${fileId}`, signal === undefined ? {} : { signal })
    if (!response.ok) throw errorOfStatus(response.status)
    return new Uint8Array(await response.arrayBuffer())
  } catch (error) {
    throw asArchiveError(error)
  }
}

/** Speaks to the engine through the preload's bridge. Dialogs, folders and paths are the host's. */
export function createDesktopClient(bridge: DesktopBridge): Client {
  async function act<N extends HostActName>(name: N, input: HostActs[N]['input']): Promise<HostActs[N]['output']> {
    return valueOf<HostActs[N]['output']>(await bridge.act(name, input))
  }
  return {
    abilities: { browsesForArchives: true, watchesFolders: true, writesFolders: true },
    call: async (name, input) => valueOf(await bridge.call(name, input)),
    openArchive: (create) => act('host.openArchive', { create }),
    chooseImport: (what, tags) => act('host.chooseImport', { what, tags }),
    readDrop: (transfer) =>
      Promise.resolve(Array.from(transfer.files, (file): ChosenFile => ({ file, path: file.name }))),
    importFiles: async (files, tags) =>
      valueOf(
        await bridge.importFiles(
          files.map(({ file }) => file),
          tags,
        ),
      ),
    chooseWatchedFolder: (afterwards) => act('host.chooseWatchedFolder', { afterwards }),
    runExport: (request) => act('host.export', request),
    showExport: async (path) => {
      await act('host.showExport', { path })
    },
    readOriginal,
    saveOriginal: (fileId) => act('host.saveOriginal', { fileId }),
    subscribe: (listener, onConnection) => {
      onConnection(true)
      return bridge.subscribe(listener)
    },
  }
}
