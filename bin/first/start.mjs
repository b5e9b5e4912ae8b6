/** `npm start`, the part that runs before anything is installed; then bin/installation/serve.ts. */
import { isStopping, stopEverything, stopOnSignals } from './children.mjs'
import { checkFolder } from './check-folder.mjs'
import { generate } from './generate.mjs'
import { endWith } from './halt.mjs'
import { install } from './install.mjs'
import { holdDataFolder } from './lock.mjs'
import { checkPort } from './ports.mjs'
import { dataFolder, root } from './root.mjs'
import { say } from './say.mjs'
import { readTypeScript } from './typescript.mjs'
import { watchNpm } from './watch-npm.mjs'

const arguments_ = process.argv.slice(2)
const development = arguments_.includes('--dev')
const demo = arguments_.includes('--demo')

stopOnSignals()
watchNpm(() => void stopEverything().then(() => process.exit(1)))

await endWith(async () => {
  process.chdir(root)
  const unknown = arguments_.filter((argument) => !['--dev', '--demo'].includes(argument))
  if (unknown.length) {
    console.error(
      `Unknown argument ${unknown[0]}: start knows --dev (hot reload) and --demo (the demo world on the server of DATABASE_URL).`,
    )
    return 2
  }
  const address = { port: Number(process.env['PORT'] ?? 3000), host: process.env['HOST'] ?? '127.0.0.1' }
  const answer = {
    pid: process.pid,
    what: development ? 'npm run dev' : 'npm start',
    url: `http://localhost:${address.port}`,
  }
  checkFolder(dataFolder)
  await holdDataFolder(dataFolder, answer)
  await checkPort(address)
  await install(say)
  await generate()
  await readTypeScript()
  const { serve } = await import('../installation/serve')
  await serve({ ...address, development, demo })
  if (isStopping()) await new Promise(() => {})
  return 1
}, stopEverything)
