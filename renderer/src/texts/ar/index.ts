import { acts } from './acts.ts'
import { core } from './core.ts'
import { reader } from './reader.ts'

/** Arabic. */
export const ar = { ...core, ...acts, reader }
