import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { FreshDatabase } from '@/prisma/testing/fresh-database'

/** A worker takes the job and is killed in the midst of a phase; an error where the job was done before it could be. */
export async function killedInPhase(db: Pick<FreshDatabase, 'appUrl'>, jobId: string, phase: string): Promise<void> {
  const worker = spawn(process.execPath, ['--import', 'tsx', '--conditions=react-server', path.join(import.meta.dirname, 'die-in-phase.ts'), jobId, phase], {
    env: { ...process.env, APP_DATABASE_URL: db.appUrl },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [, signal] = (await once(worker, 'exit')) as [number | null, string | null]
  if (signal !== 'SIGKILL') throw new Error(`the worker was done before it could be killed while ${phase}`)
}
