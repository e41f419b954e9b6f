import { BrowserWindow, session } from 'electron'
import { writeFile, rename, rm } from 'node:fs/promises'

/** Pages in a session of their own, in memory, in which nothing but files of this computer can be loaded. */
function closedSession(): Electron.Session {
  const closed = session.fromPartition('print')
  closed.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !details.url.startsWith('file://') }))
  return closed
}

/**
 * Prints a page that lies on this computer to a PDF file, with an outline of its headings and tags for readers that speak. The page
 * runs no script. The file is there whole or not at all.
 */
export async function printToPdf(page: string, to: string): Promise<number> {
  const printer = new BrowserWindow({
    show: false,
    webPreferences: { session: closedSession(), sandbox: true, contextIsolation: true, javascript: false },
  })
  const partial = `${to}.partial`
  try {
    await printer.loadFile(page)
    const pdf = await printer.webContents.printToPDF({
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
    await writeFile(partial, pdf)
    await rename(partial, to)
    return pdf.length
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  } finally {
    printer.destroy()
  }
}
