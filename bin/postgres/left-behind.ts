/** A server that was left behind, or its mark: after `kill -9` of whoever started it, the next start must not fail. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function commandOf(pid: number): string {
  if (existsSync(`/proc/${pid}/cmdline`)) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
}

/** The server that runs on this folder, as its own mark says; undefined when there is none. */
export function runningServer(folder: string): { pid: number; port: number } | undefined {
  const mark = path.join(folder, 'postmaster.pid')
  if (!existsSync(mark)) return undefined
  const [pid = '', , , port = ''] = readFileSync(mark, 'utf8').split('\n')
  const isServer = alive(Number(pid)) && /postgres/.test(commandOf(Number(pid)))
  return isServer ? { pid: Number(pid), port: Number(port) } : undefined
}

/** Call only under the data folder's lock: whatever still runs there belongs to nobody. */
export async function clearLeftBehind(folder: string): Promise<void> {
  const server = runningServer(folder)
  if (server) {
    process.kill(server.pid, 'SIGINT')
    for (let waited = 0; alive(server.pid); waited += 50) {
      if (waited === 20_000) process.kill(server.pid, 'SIGQUIT')
      await wait(50)
    }
  }
  // Its number may by now belong to another process, which Postgres would take for itself.
  rmSync(path.join(folder, 'postmaster.pid'), { force: true })
}
