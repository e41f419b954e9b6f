import { acts } from './acts.ts'
import { core } from './core.ts'
import { finding } from './finding.ts'
import { reader } from './reader.ts'
import { register } from './register.ts'

/** Arabic. */
export const ar = { ...core, ...acts, ...finding, reader, register }
