import { type BrowserWindow, dialog, shell } from 'electron'
import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import type { Reply } from '../contract/envelope.ts'
import { ArchiveError, toWire } from '../contract/errors.ts'
import type { HostActName } from '../contract/host.ts'
import { Selection, ShortText, TagPath } from '../contract/schemas.ts'
import { audiences, exportExtensions, hostFormats, packageParts } from '../contract/vocabulary.ts'
import type { Engine } from './engine.ts'
import { printToPdf } from './print-pdf.ts'

const inputs = {
  'host.chooseImport': z.strictObject({ what: z.enum(['files', 'folder']), tags: z.array(TagPath).max(50) }),
  'host.chooseWatchedFolder': z.strictObject({ afterwards: z.enum(['keep', 'remove']) }),
  'host.export': z.strictObject({
    exportId: z.string().max(40),
    selection: Selection,
    format: z.enum(hostFormats),
    title: ShortText,
    parts: z.array(z.enum(packageParts)),
    audience: z.enum(audiences),
  }),
  'host.openArchive': z.strictObject({ create: z.boolean() }),
  'host.saveOriginal': z.strictObject({ fileId: z.string().max(26) }),
  'host.showExport': z.strictObject({ path: z.string().max(4096) }),
} as const satisfies Record<HostActName, z.ZodType>

type Input<N extends HostActName> = z.output<(typeof inputs)[N]>

const nothingChosen: Reply = { ok: true, value: undefined }

/**
 * Acts that mean choosing a place on this computer. `E2E_DIALOG_ANSWERS`, a JSON list of paths, answers the dialogs of a test
 * one after another, where no person can.
 */
export class DesktopActs {
  readonly #engine: Engine
  readonly #window: () => BrowserWindow
  readonly #answers: string[]
  /** Only packages that were written in this run are shown in the file manager. */
  readonly #written = new Set<string>()

  constructor(engine: Engine, window: () => BrowserWindow, answers: string[]) {
    this.#engine = engine
    this.#window = window
    this.#answers = answers
  }

  /** Never rejects: failures are in the reply. */
  async perform(name: string, input: unknown): Promise<Reply> {
    try {
      if (!Object.hasOwn(inputs, name)) throw new ArchiveError('unknown-call', `There is no act ${name.slice(0, 60)}.`)
      const act = name as HostActName
      const checked = inputs[act].safeParse(input)
      if (!checked.success) throw new ArchiveError('invalid-input', `${act}: ${checked.error.message}`)
      return await this.#perform(act, checked.data)
    } catch (error) {
      return { ok: false, error: toWire(error) }
    }
  }

  #perform(act: HostActName, input: unknown): Promise<Reply> {
    switch (act) {
      case 'host.chooseImport':
        return this.#chooseImport(input as Input<typeof act>)
      case 'host.chooseWatchedFolder':
        return this.#chooseWatchedFolder(input as Input<typeof act>)
      case 'host.export':
        return this.#export(input as Input<typeof act>)
      case 'host.openArchive':
        return this.#openArchive(input as Input<typeof act>)
      case 'host.saveOriginal':
        return this.#saveOriginal(input as Input<typeof act>)
      case 'host.showExport':
        return this.#showExport(input as Input<typeof act>)
    }
  }

  async #choose(
    properties: ('openFile' | 'openDirectory' | 'multiSelections' | 'createDirectory')[],
  ): Promise<string[]> {
    const answer = this.#answers.shift()
    if (answer !== undefined) return [answer]
    const { filePaths } = await dialog.showOpenDialog(this.#window(), { properties })
    return filePaths
  }

  async #chooseTarget(defaultPath: string): Promise<string | undefined> {
    const answer = this.#answers.shift()
    if (answer !== undefined) return answer
    const { canceled, filePath } = await dialog.showSaveDialog(this.#window(), { defaultPath })
    return canceled ? undefined : filePath
  }

  async #chooseImport({ what, tags }: Input<'host.chooseImport'>): Promise<Reply> {
    const paths = await this.#choose(what === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory'])
    return paths.length === 0 ? nothingChosen : this.#engine.call('imports.start', { paths, tags }, 'host')
  }

  async #chooseWatchedFolder({ afterwards }: Input<'host.chooseWatchedFolder'>): Promise<Reply> {
    const [where] = await this.#choose(['openDirectory'])
    if (where === undefined) return nothingChosen
    return this.#engine.call('watches.add', { path: where, tags: [], afterwards }, 'host')
  }

  async #export({ exportId, selection, format, title, parts, audience }: Input<'host.export'>): Promise<Reply> {
    const name = title.replace(/[\p{Cc}<>:"/\\|?*]/gu, '_').slice(0, 80) || 'Chancery'
    const to = await this.#chooseTarget(`${name}${exportExtensions[format]}`)
    if (to === undefined) return nothingChosen
    if (format === 'pdf') return this.#print(to, { exportId, selection, title, audience })
    const reply = await this.#engine.call(
      'exports.run',
      { exportId, selection, format, title, to, parts, audience },
      'host',
    )
    if (reply.ok) this.#written.add((reply.value as { path: string }).path)
    return reply
  }

  /** The texts as a page to print, printed. */
  async #print(
    to: string,
    order: Pick<Input<'host.export'>, 'exportId' | 'selection' | 'title' | 'audience'>,
  ): Promise<Reply> {
    if (existsSync(to)) throw new ArchiveError('target-exists', `There is something at ${to} already.`, { path: to })
    const folder = await mkdtemp(path.join(tmpdir(), 'chancery-print-'))
    try {
      const page = path.join(folder, 'page.html')
      const reply = await this.#engine.call('exports.run', { ...order, format: 'html', to: page }, 'host')
      if (!reply.ok) return reply
      const bytes = await printToPdf(page, to)
      this.#written.add(to)
      return { ok: true, value: { ...(reply.value as object), path: to, format: 'pdf', bytes } }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  async #openArchive({ create }: Input<'host.openArchive'>): Promise<Reply> {
    const [where] = await this.#choose(create ? ['openDirectory', 'createDirectory'] : ['openDirectory'])
    return where === undefined ? nothingChosen : this.#engine.call('archives.openPath', { path: where, create }, 'host')
  }

  async #saveOriginal({ fileId }: Input<'host.saveOriginal'>): Promise<Reply> {
    const located = await this.#engine.call('files.locate', { id: fileId }, 'host')
    if (!located.ok) return located
    const { path: original, name } = located.value as { path: string; name: string }
    const to = await this.#chooseTarget(path.basename(name))
    if (to === undefined) return nothingChosen
    await copyFile(original, to)
    return { ok: true, value: { path: to } }
  }

  #showExport({ path: where }: Input<'host.showExport'>): Promise<Reply> {
    if (!this.#written.has(where)) throw new ArchiveError('not-allowed', 'This was not written here.')
    shell.showItemInFolder(where)
    return Promise.resolve(nothingChosen)
  }
}
