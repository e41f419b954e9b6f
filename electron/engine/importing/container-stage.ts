import path from 'node:path'
import { originalPath } from '../archive-folder.ts'
import { makeUlid } from '../ids.ts'
import type { ContainerToUnpack, UnpackedMember } from '../ports.ts'
import { type StoredRow, endOf, memberPath } from './commit-batch.ts'
import { type ImportWork, endFile } from './import-work.ts'
import { originalOfDocument } from './intake.store.ts'
import {
  type LedgerRow,
  documentOfRow,
  foundRow,
  highestOrdinal,
  insertLedgerRow,
  markEnded,
  nextRows,
  unpackedSoFar,
} from './ledger.store.ts'
import { type Arrival, settleArrivals } from './storing-stage.ts'

/** Containers within containers, counted from the file on disk: a sixth level is no filing, it is a trap. */
const deepest = 5
/** What may come out of one file on disk, all levels together. */
const mostMembers = 50_000
const mostBytes = 8 * 2 ** 30

interface Unpacked {
  readonly container: LedgerRow
  readonly document: number
  readonly path: string
}

/** Unpacks the containers that an import has catalogued, one level after another, each member into a row of its own. */
export class ContainerStage {
  readonly #work: ImportWork
  #spent: Map<number, { members: number; bytes: number }> | undefined

  constructor(work: ImportWork) {
    this.#work = work
  }

  /** Whether a level was unpacked: what came out of it may hold containers again. */
  async unpackLevel(pass: (row: StoredRow) => Promise<void>): Promise<boolean> {
    const { context, importNumber, signal } = this.#work
    const retried = await this.#unpackRetried(pass)
    const level: LedgerRow[] = []
    for (let after = 0; ; after = level.at(-1)?.ordinal ?? 0) {
      const rows = nextRows(context.db, importNumber, { state: 'extracted', after, limit: 500 })
      if (rows.length === 0) break
      level.push(...rows)
    }
    for (const row of level) {
      signal.throwIfAborted()
      for (const member of await this.#unpack(row)) await pass(member)
    }
    return retried || level.length > 0
  }

  #budget(outermost: number): { members: number; bytes: number } {
    this.#spent ??= unpackedSoFar(this.#work.context.db, this.#work.importNumber)
    const spent = this.#spent.get(outermost) ?? { members: 0, bytes: 0 }
    return { members: mostMembers - spent.members, bytes: mostBytes - spent.bytes }
  }

  #spend(outermost: number, members: readonly UnpackedMember[]): void {
    const spent = this.#spent?.get(outermost) ?? { members: 0, bytes: 0 }
    const bytes = members.reduce((sum, member) => sum + (member.ok ? member.bytes : 0), 0)
    this.#spent?.set(outermost, { members: spent.members + members.length, bytes: spent.bytes + bytes })
  }

  #order(document: number, limits: ContainerToUnpack['limits']): ContainerToUnpack | undefined {
    const { db, folder, ports } = this.#work.context
    const original = originalOfDocument(db, document)
    if (original === undefined) return undefined
    const { name, sha256, extension } = original
    const where = originalPath(folder, sha256, extension)
    return { name, path: where, folder: folder.incoming, prefix: `${makeUlid(ports.now())}-`, limits }
  }

  async #membersOf(row: LedgerRow, document: number): Promise<readonly UnpackedMember[]> {
    const refused = (reason: 'too-deep' | 'too-many' | 'too-large', detail: string): UnpackedMember[] => [
      { place: 1, name: '', ok: false, reason, detail },
    ]
    if (row.depth >= deepest) return refused('too-deep', `More than ${deepest} containers lie within one another.`)
    const limits = this.#budget(row.outermost ?? row.ordinal)
    if (limits.members <= 0) return refused('too-many', `More than ${mostMembers} files came out of one container.`)
    if (limits.bytes <= 0) return refused('too-large', 'More than 8 GiB came out of one container.')
    const order = this.#order(document, limits)
    return order === undefined ? [] : this.#work.context.ports.reader.unpack(order, this.#work.signal)
  }

  async #unpack(row: LedgerRow): Promise<readonly StoredRow[]> {
    const { db } = this.#work.context
    const { importNumber } = this.#work
    const document = documentOfRow(db, importNumber, row.ordinal)
    const members = document === null ? [] : await this.#membersOf(row, document)
    const outermost = row.outermost ?? row.ordinal
    const unpacked = { container: row, document: document ?? 0, path: row.path }
    const first = highestOrdinal(db, importNumber) + 1
    const rows = members.map((member, at) => memberRow(unpacked, member, first + at, outermost))
    const arrivals = members.flatMap((member, at) => arrivalOf(rows[at], member) ?? [])
    const toRead = await settleArrivals(this.#work, arrivals, () => {
      members.forEach((member, at) => this.#insert(rows[at], member))
      markEnded(db, importNumber, row.ordinal, { state: 'catalogued', document, reason: null, detail: null })
      this.#work.counter.move({}, members.length)
    })
    this.#spend(outermost, members)
    return toRead
  }

  #insert(row: LedgerRow | undefined, member: UnpackedMember): void {
    if (row === undefined) return
    const { db } = this.#work.context
    const { ordinal, ...rest } = row
    insertLedgerRow(db, this.#work.importNumber, ordinal, { ...foundRow, ...rest })
    if (!member.ok) endFile(this.#work, row, endOf(member.reason, member.detail))
  }

  /** Members that another import could not take in and that are tried again: their containers are unpacked for them alone. */
  async #unpackRetried(pass: (row: StoredRow) => Promise<void>): Promise<boolean> {
    const { context, importNumber } = this.#work
    const byContainer = new Map<number, LedgerRow[]>()
    const waiting = { state: 'waiting', after: 0, limit: 1_000_000, isMember: true } as const
    for (const row of nextRows(context.db, importNumber, waiting)) {
      const siblings = byContainer.get(row.container ?? 0) ?? []
      siblings.push(row)
      byContainer.set(row.container ?? 0, siblings)
    }
    for (const [document, rows] of byContainer) for (const row of await this.#retry(document, rows)) await pass(row)
    return byContainer.size > 0
  }

  async #retry(document: number, rows: readonly LedgerRow[]): Promise<readonly StoredRow[]> {
    const order = this.#order(document, { members: mostMembers, bytes: mostBytes })
    const only = rows.flatMap((row) => row.member ?? [])
    const members =
      order === undefined ? [] : await this.#work.context.ports.reader.unpack({ ...order, only }, this.#work.signal)
    const byPlace = new Map(members.map((member) => [member.place, member]))
    const arrivals = rows.flatMap((row) => arrivalOf(row, byPlace.get(row.member ?? 0)) ?? [])
    return settleArrivals(this.#work, arrivals, () => {
      for (const row of rows) {
        const member = byPlace.get(row.member ?? 0)
        if (member?.ok === true) continue
        const end =
          member === undefined
            ? endOf('vanished', 'The container no longer holds it.')
            : endOf(member.reason, member.detail)
        endFile(this.#work, row, end)
      }
    })
  }
}

function memberRow(unpacked: Unpacked, member: UnpackedMember, ordinal: number, outermost: number): LedgerRow {
  return {
    ordinal,
    path: memberPath(unpacked.path, member.name),
    state: 'waiting',
    container: unpacked.document,
    member: member.place,
    depth: unpacked.container.depth + 1,
    outermost,
    ...{ incoming: null, sha256: null, bytes: null, modifiedAt: null },
  }
}

function arrivalOf(row: LedgerRow | undefined, member: UnpackedMember | undefined): Arrival | undefined {
  if (row === undefined || member?.ok !== true) return undefined
  const { incoming, sha256, bytes, modifiedAt } = member
  return { row, incoming: path.basename(incoming), sha256, bytes, modifiedAt: modifiedAt ?? null }
}
