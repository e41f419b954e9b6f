import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Reply } from '../contract/envelope.ts'
import type { DesktopBridge, HostNotice } from '../contract/host.ts'

const bridge: DesktopBridge = {
  call: (name, input) => ipcRenderer.invoke('chancery:call', name, input) as Promise<Reply>,
  act: (name, input) => ipcRenderer.invoke('chancery:act', name, input) as Promise<Reply>,
  importFiles: (files, tags) => {
    // Only files that a person dropped or chose have a path; the page itself never sees it.
    const paths = files.map((file) => webUtils.getPathForFile(file as never)).filter((path) => path !== '')
    return ipcRenderer.invoke('chancery:import', paths, tags) as Promise<Reply>
  },
  subscribe: (listener) => {
    const forward = (_event: unknown, notice: HostNotice): void => listener(notice)
    ipcRenderer.on('chancery:notice', forward)
    return () => void ipcRenderer.removeListener('chancery:notice', forward)
  },
}

contextBridge.exposeInMainWorld('chancery', bridge)
