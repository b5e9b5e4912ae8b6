/**
 *   npm run bench -- [--only NAME,NAME] [--items N] [--seconds N] [--with-first-start]
 *
 * Measures the product beside the same work done by Postgres alone, on a server and a database of its own. What bounds
 * each number is said in ARCHITECTURE.md.
 */
import { disconnect } from '@/lib/db/client'
import { closeOwner } from './database'
import { exportSpeed } from './export-speed'
import { firstLoad } from './first-load'
import { highlight } from './highlight'
import { importSpeed } from './import-speed'
import { load } from './load'
import { memory } from './memory'
import { openBatchSpeed } from './open-batch-speed'
import { optionsOf } from './options'
import { writeReport } from './report'
import type { Measure, Result } from './result'
import { pageSpeed } from './page-speed'
import { releaseSpeed } from './release-speed'
import { scoreSpeed } from './score-speed'
import { stagesOf } from './stages'
import { startUp } from './start-up'

const options = optionsOf(process.argv.slice(2))
const stages = stagesOf(options.items)

/** In this order: the export closes what the load reads. */
const measures: Measure[] = [
  { name: 'import', run: () => importSpeed(stages, options.items) },
  { name: 'open-batch', run: () => openBatchSpeed(stages, options.items) },
  { name: 'load', run: () => load(stages, options.seconds) },
  { name: 'export', run: () => exportSpeed(stages, options.items) },
  { name: 'release', run: () => releaseSpeed(stages, options.items) },
  { name: 'score', run: () => scoreSpeed(stages, options.items) },
  { name: 'memory', run: () => memory(options.items) },
  { name: 'pages', run: pageSpeed },
  { name: 'first-load', run: firstLoad },
  { name: 'highlight', run: highlight },
  { name: 'start-up', run: () => startUp(options) },
]

const names = measures.map(({ name }) => name)
const unknown = options.only.find((name) => !names.includes(name))
if (unknown) throw new Error(`no measure is called ${unknown}: ${names.join(', ')}`)
const chosen = measures.filter(({ name }) => options.only.length === 0 || options.only.includes(name))

const results: Result[] = []
try {
  for (const { name, run } of chosen) {
    console.error(`Measuring ${name} …`)
    try {
      results.push(...(await run()))
    } catch (error) {
      // The other numbers are still worth having; the run as a whole has failed.
      console.error(`${name}:`, error)
      process.exitCode = 1
    }
  }
  await writeReport(options, results)
} finally {
  await disconnect()
  await closeOwner()
}
