import { randomFillSync } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const chanceBytes = 16
/** Chance is drawn for many ids at once: asking the system for it takes far longer than using it. */
const pool = new Uint8Array(chanceBytes * 256)
let used = pool.length

function drawChance(): Uint8Array {
  if (used >= pool.length) {
    randomFillSync(pool)
    used = 0
  }
  return pool.subarray(used, (used += chanceBytes))
}

/** Makes ULIDs: 48 bits of time, 80 of chance, in Crockford's base 32; later ones sort after earlier ones of other milliseconds. */
export function makeUlid(now: number): string {
  let time = ''
  for (let rest = now, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = alphabet.charAt(rest % 32) + time
  let chance = ''
  for (const byte of drawChance()) chance += alphabet.charAt(byte % 32)
  return time + chance
}
