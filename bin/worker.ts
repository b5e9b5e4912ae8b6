/**
 * Keeps house at intervals, beside the web servers. A timer and a database lock are all it takes: there are no jobs with
 * contents, nothing is lost when it stops, and any number of workers do no harm; so there is no job queue.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { disconnect } from '@/lib/db/client'
import { keepHouse } from '@/lib/services/keep-house'
import { log } from '@/lib/web/log'

const everyMs = 15 * 60_000
const stopping = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.abort())

while (!stopping.signal.aborted) {
  try {
    const cleared = await keepHouse()
    if (cleared && Object.values(cleared).some((count) => count > 0)) log.info(cleared, 'housekeeping')
  } catch (err) {
    // A database that is away for a while is no reason to be away for ever.
    log.error({ err }, 'housekeeping')
  }
  await wait(everyMs, undefined, { signal: stopping.signal }).catch(() => {})
}
await disconnect()
process.exit(0)
