import { access } from './access.ts'
import { acts } from './acts.ts'
import { cataloguing } from './cataloguing.ts'
import { core } from './core.ts'
import { finding } from './finding.ts'
import { history } from './history.ts'
import { keeping } from './keeping.ts'
import { reader } from './reader.ts'
import { register } from './register.ts'

/** French. */
export const fr = { ...core, ...acts, ...finding, ...cataloguing, access, history, keeping, reader, register }
