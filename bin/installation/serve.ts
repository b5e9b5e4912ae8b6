/** Everything between installed packages and a running Doubleread; resolves when one of its processes has ended. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { isStopping, runChild, startChild } from '../first/children.mjs'
import { Halt } from '../first/halt.mjs'
import { dataFolder, root } from '../first/root.mjs'
import { say } from '../first/say.mjs'
import { prepareEmbedded, startEmbedded } from './embedded-database'
import { secretsOf } from './secrets'
import { webEnvironment } from './web-environment'

export async function serve(options: { port: number; host: string; development: boolean; demo: boolean }): Promise<void> {
  const secrets = secretsOf(dataFolder)
  await runChild(process.execPath, ['bin/generate.mjs'], { cwd: root, what: 'Generating the database client' })
  const server = await startEmbedded(dataFolder, secrets)
  const database = await prepareEmbedded(server, dataFolder, secrets, true)
  const env = webEnvironment(database.appUrl, secrets, options)
  const { ended } = startChild(process.execPath, ['node_modules/next/dist/bin/next', 'dev', '-p', String(options.port), '-H', options.host], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  say(`Development server: http://localhost:${options.port}`)
  await Promise.race([ended, server.ended])
  if (!isStopping()) throw new Halt('ended')
}
void spawnSync
void path
