import { ByteView } from './byte-view.ts'
import type { OleFile } from './ole-file.ts'
import { decodeCodePage } from './ole-properties.ts'

const wideString = '001F'
const narrowString = '001E'
const binary = '0102'
const utf16 = 1200
const isTime = 0x0040
/** Where the list of fixed properties begins: after a head that the message has longer than what lies in it. */
const headBytes = { message: 32, part: 8 }
const ticksPerMillisecond = 10_000n
const ticksTo1970 = 116_444_736_000_000_000n

/** The properties of a message, of one of its recipients or of one of its attachments, by their four hexadecimal digits. */
export interface OutlookProperties {
  /** A text property; empty where there is none. */
  text(id: string): string
  bytes(id: string): Uint8Array | undefined
  number(id: string): number | undefined
  /** A point in time, in milliseconds since 1970; undefined where there is none that makes sense. */
  time(id: string): number | undefined
}

function fixedProperties(
  ole: OleFile,
  folder: string,
): Map<number, { readonly type: number; readonly value: ByteView }> {
  const list = new ByteView(ole.read(`${folder}__properties_version1.0`) ?? new Uint8Array())
  const found = new Map<number, { readonly type: number; readonly value: ByteView }>()
  const first = folder === '' ? headBytes.message : headBytes.part
  for (let at = first; at + 16 <= list.length; at += 16) {
    found.set(list.word(at + 2), { type: list.word(at), value: list.part(at + 8, 8) })
  }
  return found
}

/** The properties kept in a folder of the file: `''` is the message itself. `codePage` is that of its narrow texts. */
export function propertiesIn(ole: OleFile, folder: string, codePage?: number): OutlookProperties {
  const fixed = fixedProperties(ole, folder)
  const stream = (id: string, type: string): Uint8Array | undefined => ole.read(`${folder}__substg1.0_${id}${type}`)
  const value = (id: string) => fixed.get(Number.parseInt(id, 16))
  return {
    text(id) {
      const wide = stream(id, wideString)
      if (wide !== undefined) return decodeCodePage(wide, utf16)
      const narrow = stream(id, narrowString)
      return narrow === undefined ? '' : decodeCodePage(narrow, codePage)
    },
    bytes: (id) => stream(id, binary),
    number: (id) => value(id)?.value.long(0),
    time(id) {
      const property = value(id)
      if (property?.type !== isTime) return undefined
      const ticks = (BigInt(property.value.long(4)) << 32n) | BigInt(property.value.long(0))
      const milliseconds = Number((ticks - ticksTo1970) / ticksPerMillisecond)
      return milliseconds > 0 && Number.isFinite(new Date(milliseconds).getTime()) ? milliseconds : undefined
    },
  }
}

/** The folders in a message whose names begin so, in order: its recipients, its attachments. */
export function foldersOf(ole: OleFile, start: string): string[] {
  return ole.paths
    .filter((path) => path.startsWith(start) && !path.includes('/'))
    .sort()
    .map((path) => `${path}/`)
}
