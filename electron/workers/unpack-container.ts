import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { BytesStore } from '../engine/importing/store-files.ts'
import type { ContainerToUnpack, UnpackedMember } from '../engine/ports.ts'
import { membersOf } from './extraction/container-members.ts'
import { type Member, Refusal } from './extraction/extracted.ts'

async function storeMember(
  container: ContainerToUnpack,
  store: BytesStore,
  place: number,
  member: Member,
): Promise<UnpackedMember> {
  const { name } = member
  if (member.kind === 'refused') return { place, name, ok: false, reason: member.reason, detail: member.detail }
  const incoming = `${container.prefix}${place}`
  const stored = await store.add(path.join(container.folder, incoming), member.bytes)
  const modified = member.modifiedAt === undefined ? {} : { modifiedAt: Math.max(0, Math.round(member.modifiedAt)) }
  return { place, name, ok: true, incoming, ...stored, ...modified }
}

/**
 * Unpacks one level of a container into the waiting room, each member flushed to disk. What is wrong with a container or a member
 * is in the answer; faults of the archive's disk are thrown.
 */
export async function unpackContainer(container: ContainerToUnpack): Promise<UnpackedMember[]> {
  const members: UnpackedMember[] = []
  const wanted = container.only === undefined ? undefined : new Set(container.only)
  const store = new BytesStore()
  let place = 0
  try {
    const bytes = await readFile(container.path)
    for await (const member of membersOf({ name: container.name, bytes }, container.limits)) {
      place++
      if (wanted === undefined || wanted.has(place)) members.push(await storeMember(container, store, place, member))
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    members.push({ place: place + 1, name: '', ok: false, reason: error.reason, detail: error.message })
  }
  await store.flush()
  return members
}
