/** The process that does the long work and keeps house (bin/worker.ts), beside the web server and never in it. */
import path from 'node:path'
import { startChild } from '../first/children.mjs'
import { root } from '../first/root.mjs'
import type { Secrets } from './secrets'
import { webEnvironment } from './web-environment'

export function startWorker(appUrl: string, secrets: Secrets, address: { port: number; host: string }): { ended: Promise<void> } {
  const env = { ...webEnvironment(appUrl, secrets, address), DATABASE_POOL: '8' }
  const args = ['--import', 'tsx', '--conditions=react-server', path.join(root, 'bin', 'worker.ts')]
  return startChild(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
}
