import { parentPort, workerData } from 'node:worker_threads'
import { openReadingAnswers } from '../engine/reading-answers.ts'
import { plainPort } from '../link/port.ts'
import { servePort } from '../link/serve-port.ts'

const { archivePath, role } = workerData as { archivePath: string; role: 'search' | 'quick-find' }
const answers = openReadingAnswers(archivePath, role)
if (parentPort !== null)
  servePort(plainPort(parentPort), (name, input, _audience, signal) => answers.reply(name, input, signal))
if (role === 'quick-find') await answers.prepareQuickFind()
