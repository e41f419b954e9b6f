import { acts } from './acts.ts'
import { core } from './core.ts'
import { finding } from './finding.ts'
import { reader } from './reader.ts'
import { register } from './register.ts'

/** French. */
export const fr = { ...core, ...acts, ...finding, reader, register }
