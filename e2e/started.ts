/** `npm start` from outside, in a data folder of its own: as a shell begins it, with what it says and the processes that it begins. */
import { spawn } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { root } from '@/bin/first/root.mjs'

export type Started = {
  pid: number
  /** Resolves when it has shown its address. */
  ready: Promise<void>
  /** Exit code or signal, and all that was said. */
  ended: Promise<{ how: number | string; said: string }>
}

/** `through`: npm, as people type it, in a process group of its own as a terminal makes one; or the script alone. */
export function begin(through: 'npm' | 'script', dataFolder: string, port: number): Started {
  // What this run's own world was told holds for no other installation.
  const { DATABASE_URL: _1, APP_DATABASE_URL: _2, NEXTAUTH_URL: _3, NEXTAUTH_SECRET: _4, NODE_OPTIONS: _5, ...env } = process.env
  const [command, ...args] = through === 'npm' ? ['npm', 'start'] : [process.execPath, path.join('bin', 'start.mjs')]
  const child = spawn(command, args, { cwd: root, env: { ...env, DOUBLEREAD_DATA: dataFolder, PORT: String(port) }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
        if (said.includes('Stop with Ctrl-C.')) resolve()
      })
    child.once('exit', () => reject(new Error(`it was never ready:\n${said}`)))
  })
  ready.catch(() => {})
  // Not 'close': whatever is left behind holds the pipes.
  const ended = new Promise<{ how: number | string; said: string }>((resolve) => child.once('exit', (code, signal) => resolve({ how: code ?? signal ?? '', said })))
  return { pid: child.pid!, ready, ended }
}

type Process = { pid: number; parent: number; command: string }

/** Whatever lives; what has ended and is still to be counted by its parent does not. */
function everyProcess(): Process[] {
  return readdirSync('/proc').flatMap((name) => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return state === 'Z' ? [] : [{ pid: Number(name), parent: Number(parent), command: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ') }]
    } catch {
      return []
    }
  })
}

/** It and everything that descends from it. */
export function family(pid: number): Process[] {
  const all = everyProcess()
  const found = all.filter((one) => one.pid === pid)
  for (const one of found) found.push(...all.filter(({ parent }) => parent === one.pid))
  return found
}

export const alive = (pids: readonly number[]): string[] => everyProcess().flatMap(({ pid, command }) => (pids.includes(pid) ? [`${pid} ${command}`] : []))

/** Whatever was begun for the folder, by whomever: it is in what each was told. */
export function killAll(dataFolder: string): void {
  for (const { pid } of everyProcess())
    try {
      if (readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`DOUBLEREAD_DATA=${dataFolder}\0`)) process.kill(pid, 'SIGKILL')
    } catch {
      // It is not ours to look at, or has ended.
    }
}
