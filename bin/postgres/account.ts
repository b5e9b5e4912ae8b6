/**
 * As whom PostgreSQL runs. It refuses to be root; so when we are, it is the user `postgres`, made if need be. Must give an
 * account that the system knows by name: initdb asks for it.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Halt } from '../first/halt.mjs'

/** Empty where we are not root: then Postgres runs as we do. */
export type Account = { uid: number; gid: number } | Record<string, never>

function known(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

export function account(): Account {
  if (process.getuid?.() !== 0) return {}
  const found = known('postgres')
  if (found) return found
  // Debian, Fedora, and Alpine last.
  const ways = [
    ['useradd', '--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
    ['adduser', '-S', '-D', '-H', 'postgres'],
  ]
  for (const [command = '', ...args] of ways) {
    spawnSync(command, args, { stdio: 'ignore' })
    const made = known('postgres')
    if (made) return made
  }
  const nobody = known('nobody')
  if (nobody) return nobody
  throw new Halt(
    'PostgreSQL refuses to run as root, and no user "postgres" could be made: make one, or run Doubleread as another user.',
  )
}

/** Whether a path can be used by that account, every folder above it included; only the system can tell. */
export function canReach(who: Account, file: string, right: 'r' | 'w' | 'x'): boolean {
  return spawnSync('/bin/sh', ['-c', `test -${right} "$0"`, file], { ...who, cwd: '/', stdio: 'ignore' }).status === 0
}
