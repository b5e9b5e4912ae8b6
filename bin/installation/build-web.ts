/**
 * The production build, made only when its inputs have changed, and kept in a folder of its own: a later build never
 * changes what a running server reads.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { runChild } from '../first/children.mjs'
import { Halt } from '../first/halt.mjs'
import { holdDataFolder } from '../first/lock.mjs'
import { root } from '../first/root.mjs'
import { say } from '../first/say.mjs'
import { buildName } from './build-inputs'
import { preloading } from './preloading'

const builds = path.join(root, '.next-builds')
const buildsKept = 2
const buildPatienceMs = 900_000

/** Resolves to the folder with server.js. */
export async function buildWeb(): Promise<string> {
  const name = buildName(root)
  const folder = path.join(builds, name)
  if (existsSync(folder)) return folder
  // Next writes .next: two builds at once would mix.
  const letGo = await holdDataFolder(builds, { pid: process.pid, what: 'another build', url: '' }, buildPatienceMs)
  try {
    if (existsSync(folder)) return folder
    say('Building (next build)')
    const options = [process.env['NODE_OPTIONS'], preloading('end-with-parent.mjs')].filter(Boolean).join(' ')
    const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NODE_OPTIONS: options } as const
    await runChild(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
      cwd: root,
      env,
      // Killed with -9, we could not end it, and the next start would find its lock held.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      what: 'The build',
    })
    const standalone = path.join(root, '.next', 'standalone')
    if (!existsSync(path.join(standalone, 'server.js')))
      throw new Halt(`The build made no ${path.join(standalone, 'server.js')}.`)
    const making = `${folder}.making`
    rmSync(making, { recursive: true, force: true })
    mkdirSync(making, { recursive: true })
    cpSync(standalone, making, { recursive: true, verbatimSymlinks: true })
    cpSync(path.join(root, '.next', 'static'), path.join(making, '.next', 'static'), { recursive: true })
    if (existsSync(path.join(root, 'public')))
      cpSync(path.join(root, 'public'), path.join(making, 'public'), { recursive: true })
    if (buildName(root) !== name) say('The sources changed during the build; the next start builds again')
    renameSync(making, folder)
    forgetOldBuilds()
    return folder
  } finally {
    letGo()
  }
}

function forgetOldBuilds(): void {
  const age = (name: string) => statSync(path.join(builds, name)).mtimeMs
  const oldest = readdirSync(builds)
    .sort((a, b) => age(b) - age(a))
    .slice(buildsKept)
  for (const name of oldest) rmSync(path.join(builds, name), { recursive: true, force: true })
}
