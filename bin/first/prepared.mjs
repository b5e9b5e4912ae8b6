/** The common beginning of npm test, npm run check and with-world: packages, the database client, TypeScript. */
import { stopEverything, stopOnSignals } from './children.mjs'
import { generate } from './generate.mjs'
import { endWith } from './halt.mjs'
import { install } from './install.mjs'
import { root } from './root.mjs'
import { say } from './say.mjs'
import { readTypeScript } from './typescript.mjs'

/** @param {() => Promise<number>} main its result is the exit code; everything it started is stopped, however it ends */
export async function prepared(main) {
  stopOnSignals()
  await endWith(async () => {
    process.chdir(root)
    await install(say)
    await generate()
    await readTypeScript()
    return main()
  }, stopEverything)
}
