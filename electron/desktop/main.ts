import { BrowserWindow, type IpcMainInvokeEvent, app, ipcMain, nativeTheme, session } from 'electron'
import { homedir } from 'node:os'
import path from 'node:path'
import type { Reply } from '../contract/envelope.ts'
import type { HostNotice } from '../contract/host.ts'
import type { Preferences } from '../contract/schemas.ts'
import { type Engine, startEngine } from './engine.ts'
import { DesktopActs } from './host-acts.ts'
import { setMenu } from './menu.ts'
import { pageAddress, pageOrigin, servePage } from './page-protocol.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
let window: BrowserWindow | undefined
let isStopping = false

const refused: Reply = { ok: false, error: { code: 'not-allowed', message: 'This page may not ask.', details: {} } }

function openWindow(): BrowserWindow {
  const opened = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 900,
    minHeight: 600,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#fbfaf8',
    title: 'Chancery',
    webPreferences: {
      preload: path.join(root, 'out', 'preload', 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  opened.once('ready-to-show', () => opened.show())
  opened.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  opened.webContents.on('will-navigate', (event) => event.preventDefault())
  opened.webContents.on('will-attach-webview', (event) => event.preventDefault())
  void opened.loadURL(pageAddress)
  return opened
}

/** Only the top frame of our own page is heard. */
function isOurPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return (
    frame !== null &&
    frame.parent === null &&
    frame.url.startsWith(`${pageOrigin}/`) &&
    event.sender === window?.webContents
  )
}

function sendNotice(notice: HostNotice): void {
  if (window !== undefined && !window.isDestroyed()) window.webContents.send('chancery:notice', notice)
}

function applyPreferences({ theme, language }: Preferences): void {
  nativeTheme.themeSource = theme
  setMenu(language, (command) => sendNotice({ type: 'menu', command }))
}

function answerPage(engine: Engine): void {
  const answers = JSON.parse(process.env['E2E_DIALOG_ANSWERS'] ?? '[]') as string[]
  const acts = new DesktopActs(engine, () => window ?? openWindow(), answers)
  ipcMain.handle('chancery:call', async (event, name: unknown, input: unknown) => {
    if (!isOurPage(event)) return refused
    const reply = await engine.call(String(name), input, 'page')
    if (name === 'preferences.set' && reply.ok) applyPreferences(reply.value as Preferences)
    return reply
  })
  ipcMain.handle('chancery:act', (event, name: unknown, input: unknown) =>
    isOurPage(event) ? acts.perform(String(name), input) : refused,
  )
  ipcMain.handle('chancery:import', (event, paths: unknown, tags: unknown) =>
    isOurPage(event) ? engine.call('imports.start', { paths, tags }, 'host') : refused,
  )
}

/** Nothing leaves this computer: requests to anywhere but the page's own origin are cut off, whoever makes them. */
function cutOffNetwork(): void {
  session.defaultSession.webRequest.onBeforeRequest((details, answer) => {
    const isLocal =
      details.url.startsWith(`${pageOrigin}/`) || /^(?:blob|data|devtools|chrome-extension):/.test(details.url)
    answer({ cancel: !isLocal })
  })
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === 'clipboard-sanitized-write'),
  )
}

async function start(): Promise<void> {
  const home = process.env['CHANCERY_HOME'] ?? path.join(app.getPath('documents') || homedir(), 'Chancery')
  const resources = app.isPackaged ? process.resourcesPath : path.join(root, 'resources')
  const libraryFile = path.join(process.env['CHANCERY_HOME'] ?? app.getPath('userData'), 'library.json')
  const engine = startEngine(
    { archivesFolder: home, libraryFile, sampleFolder: path.join(resources, 'sample-archive') },
    sendNotice,
  )
  cutOffNetwork()
  servePage(path.join(root, 'out', 'renderer'), engine)
  answerPage(engine)
  const preferences = await engine.call('preferences.get', {}, 'host')
  applyPreferences(preferences.ok ? (preferences.value as Preferences) : { theme: 'system', language: 'en' })
  window = openWindow()
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  })
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) window = openWindow()
  })
  app.on('before-quit', (event) => {
    if (isStopping) return
    isStopping = true
    event.preventDefault()
    void engine.stop().finally(() => app.quit())
  })
}

if (process.env['CHANCERY_HOME'] !== undefined)
  app.setPath('userData', path.join(process.env['CHANCERY_HOME'], 'desktop'))
if (app.requestSingleInstanceLock()) {
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  void app.whenReady().then(start)
} else app.quit()
