import { constants, inflateRawSync, inflateSync } from 'node:zlib'

/** Most bytes that one stream of a broken PDF may inflate to. */
const largestStream = 64 * 1024 * 1024

function attempt(inflate: () => Buffer): Buffer | undefined {
  try {
    return inflate()
  } catch {
    return undefined
  }
}

/** The bytes that a sound zlib stream holds; undefined where it is not sound or unpacks beyond all measure. */
export function inflateWhole(packed: Uint8Array): Buffer | undefined {
  return attempt(() => inflateSync(packed, { maxOutputLength: largestStream }))
}

/** What the longest sound beginning of the packed bytes holds. */
function inflateBeginning(packed: Uint8Array, isRaw: boolean): Buffer | undefined {
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: largestStream }
  const inflate = isRaw ? inflateRawSync : inflateSync
  const upTo = (length: number): Buffer | undefined => attempt(() => inflate(packed.subarray(0, length), options))
  const whole = upTo(packed.length)
  if (whole !== undefined) return whole
  let [sound, faulty] = [0, packed.length]
  while (faulty - sound > 1) {
    const middle = Math.floor((sound + faulty) / 2)
    if (upTo(middle) === undefined) faulty = middle
    else sound = middle
  }
  return sound === 0 ? undefined : upTo(sound)
}

/** Inflates as much of a zlib stream as can be, though it is cut off, damaged or without its head; undefined where nothing can. */
export function inflateWhatIsSound(packed: Uint8Array): Buffer | undefined {
  const readings = [inflateBeginning(packed, false), inflateBeginning(packed.subarray(2), true)]
  return readings.reduce((best, reading) => ((reading?.length ?? 0) > (best?.length ?? 0) ? reading : best), undefined)
}
