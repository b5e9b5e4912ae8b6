/** Everything between installed packages and a running Doubleread; ends, by a sentence, when one of its processes has ended. */
import path from 'node:path'
import { isStopping } from '../first/children.mjs'
import { diskIsFull, Halt } from '../first/halt.mjs'
import { dataFolder, root } from '../first/root.mjs'
import { say } from '../first/say.mjs'
import { buildWeb } from './build-web'
import { demoAccounts } from './demo-world'
import { prepareEmbedded, startEmbedded } from './embedded-database'
import { prepareGiven } from './given-database'
import { secretsOf } from './secrets'
import { startWeb } from './start-web'
import { startWorker } from './start-worker'

export type Start = { port: number; host: string; development: boolean; demo: boolean }

export async function serve(options: Start): Promise<never> {
  const secrets = secretsOf(dataFolder)
  const build = options.development ? null : await buildWeb()
  const given = process.env['DATABASE_URL']
  const server = given ? undefined : await startEmbedded(dataFolder, secrets)
  const database = server
    ? await prepareEmbedded(server, dataFolder, secrets, true)
    : await prepareGiven(given ?? '', dataFolder, secrets, options.demo)
  for (const name of database.applied) say(`Changed the database: ${name}`)
  const web = await startWeb(build, database.appUrl, secrets, options)
  // After the web server is ready: it would only make people wait.
  const worker = startWorker(database.appUrl, secrets, options)
  welcome(web.url, !given || options.demo)
  const ended = await Promise.race([
    web.ended.then(() => 'The web server'),
    worker.ended.then(() => 'The worker'),
    ...(server ? [server.ended.then(() => 'The database server')] : []),
  ])
  if (isStopping()) await new Promise(() => {})
  if (server && diskIsFull.test(server.lastWords()))
    throw new Halt('The disk is full, so everything is stopped: free some space and start again.')
  throw new Halt(`${ended} has ended unexpectedly, so everything is stopped: start again.`)
}

function welcome(url: string, demo: boolean): void {
  console.log(`\nDoubleread is ready after ${process.uptime().toFixed(1)} s: ${url}`)
  const file = path.join(dataFolder, 'demo-accounts.json')
  const accounts = demo ? demoAccounts(file) : []
  if (accounts.length) {
    console.log(`\nDemo accounts (made on this machine; also in ${path.relative(root, file)}):`)
    const width = (pick: (account: (typeof accounts)[number]) => string) =>
      Math.max(...accounts.map((account) => pick(account).length))
    for (const { email, password, roles, name } of accounts) {
      console.log(
        `  ${email.padEnd(width((a) => a.email))}  ${password.padEnd(width((a) => a.password))}  ${name}, ${roles.join(', ')}`,
      )
    }
  } else if (!demo)
    console.log('\nNobody is here yet? Make the first owner: bin/doubleread user add you@example.org --role owner')
  console.log('\nStop with Ctrl-C.')
}
