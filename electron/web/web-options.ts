import { parseArgs } from 'node:util'
import { homedir } from 'node:os'
import path from 'node:path'

export interface WebOptions {
  readonly archive: string | undefined
  readonly port: number
  readonly open: boolean
  /** Where archives and preferences are kept when no archive is named. */
  readonly home: string
}

/** Reads the command line of the web host. Throws a sentence for what it does not understand. */
export function readWebOptions(args: string[], environment: NodeJS.ProcessEnv): WebOptions {
  const { values } = parseArgs({
    args,
    options: {
      archive: { type: 'string' },
      port: { type: 'string' },
      open: { type: 'boolean' },
      home: { type: 'string' },
    },
  })
  const port = Number(values.port ?? '0')
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port must be a number from 0 to 65535, not ${values.port ?? ''}.`)
  const home = values.home ?? environment['CHANCERY_HOME'] ?? path.join(homedir(), 'Chancery')
  return { archive: values.archive, port, open: values.open === true, home: path.resolve(home) }
}
