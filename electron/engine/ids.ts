import { randomBytes } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Makes ULIDs: 48 bits of time, 80 of chance, in Crockford's base 32; later ones sort after earlier ones of other milliseconds. */
export function makeUlid(now: number): string {
  let time = ''
  for (let rest = now, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = alphabet.charAt(rest % 32) + time
  let chance = ''
  for (const byte of randomBytes(16)) chance += alphabet.charAt(byte % 32)
  return time + chance
}
