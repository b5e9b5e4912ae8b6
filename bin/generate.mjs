/** `npm run generate`. */
import { stopEverything, stopOnSignals } from './first/children.mjs'
import { generate } from './first/generate.mjs'
import { endWith } from './first/halt.mjs'

stopOnSignals()
await endWith(generate, stopEverything)
