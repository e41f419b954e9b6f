import { Menu, type MenuItemConstructorOptions, app } from 'electron'
import type { MenuCommand } from '../contract/host.ts'
import { type MenuTexts, menuTexts } from './menu-texts.ts'

const isMac = process.platform === 'darwin'

/** The application menu; entries about the archive are carried out by the page, which knows what is selected. */
export function setMenu(language: keyof typeof menuTexts, run: (command: MenuCommand) => void): void {
  const texts: MenuTexts = menuTexts[language]
  const entry = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => run(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  const file: MenuItemConstructorOptions[] = [
    entry(texts.archives, 'archives', 'CmdOrCtrl+O'),
    { type: 'separator' },
    entry(texts.importFiles, 'import-files', 'CmdOrCtrl+I'),
    entry(texts.importFolder, 'import-folder', 'CmdOrCtrl+Shift+I'),
    entry(texts.export, 'export', 'CmdOrCtrl+E'),
    { type: 'separator' },
    entry(texts.settings, 'settings', 'CmdOrCtrl+,'),
    { type: 'separator' },
    isMac ? { role: 'close' } : { role: 'quit', label: texts.quit },
  ]
  // Undo inside a text field is the field's own; the page decides which is meant.
  const edit: MenuItemConstructorOptions[] = [
    { role: 'undo', label: texts.undo },
    { role: 'redo', label: texts.redo },
    { type: 'separator' },
    { role: 'cut', label: texts.cut },
    { role: 'copy', label: texts.copy },
    { role: 'paste', label: texts.paste },
    { role: 'selectAll', label: texts.selectAll },
    { type: 'separator' },
    entry(texts.find, 'find', 'CmdOrCtrl+F'),
    entry(texts.undoAct, 'undo'),
  ]
  const view: MenuItemConstructorOptions[] = [
    { role: 'zoomIn', label: texts.zoomIn },
    { role: 'zoomOut', label: texts.zoomOut },
    { role: 'resetZoom', label: texts.resetZoom },
    { type: 'separator' },
    { role: 'togglefullscreen', label: texts.fullScreen },
  ]
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' as const, label: app.name }] : []),
    { label: texts.file, submenu: file },
    { label: texts.edit, submenu: edit },
    { label: texts.view, submenu: view },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
