/** `bin/doubleread`, the part that runs before TypeScript can be read; then bin/command-line/. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { stopEverything, stopOnSignals } from './children.mjs'
import { endWith, Halt } from './halt.mjs'
import { root } from './root.mjs'
import { readTypeScript } from './typescript.mjs'

stopOnSignals()
await endWith(async () => {
  if (
    !existsSync(path.join(root, 'node_modules', '.package-lock.json')) ||
    !existsSync(path.join(root, 'lib', 'db', 'generated', 'client.ts'))
  ) {
    throw new Halt('This checkout is not set up yet: run npm start once.')
  }
  await readTypeScript()
  const { runCommandLine } = await import('../command-line/run-command-line')
  return runCommandLine(process.argv)
}, stopEverything)
