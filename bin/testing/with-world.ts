/**
 *   node bin/with-world.mjs [--empty] COMMAND ...
 *
 * Runs a command beside a production server on a free port (two of them beside the demo world), with a database of its own: with the demo world and a
 * worker, or migrated and empty. The command finds them in BASE_URL (BASE_URLS), DATABASE_URL (owner), APP_DATABASE_URL and DEMO_ACCOUNTS (a file). A command
 * `tsx` is the project's own. Everything ends with the command.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { startChild } from '../first/children.mjs'
import { Halt } from '../first/halt.mjs'
import { root } from '../first/root.mjs'
import { say } from '../first/say.mjs'
import { startWorld } from './world'

export async function withWorld(arguments_: string[]): Promise<number> {
  const empty = arguments_[0] === '--empty'
  const [command, ...args] = empty ? arguments_.slice(1) : arguments_
  if (!command) throw new Halt('with-world needs a command to run: node bin/with-world.mjs [--empty] COMMAND ...')
  const world = await startWorld({ demo: !empty, careful: true, servers: empty ? 1 : 2 })
  say(`A world for ${path.basename(command)}: ${world.BASE_URL}`)
  const own = path.join(root, 'node_modules', '.bin', command)
  const { child, ended } = startChild(existsSync(own) ? own : command, args, {
    cwd: root,
    env: { ...process.env, ...world, NODE_OPTIONS: '--conditions=react-server' },
    stdio: 'inherit',
  })
  await ended
  return child.exitCode ?? 1
}
