/**
 * Does the long work (imports, freezes, evaluations) and keeps house, beside the web servers. Any number of workers do no
 * harm; one that is killed loses nothing, for another takes its jobs over.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { disconnect } from '@/lib/db/client'
import { keepHouse } from '@/lib/services/keep-house'
import { workJobs } from '@/lib/services/work-jobs'
import { log } from '@/lib/web/log'

const houseEveryMs = 15 * 60_000
const startAgainAfterMs = 5_000
const stopping = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.abort())
const pause = (ms: number) => wait(ms, undefined, { signal: stopping.signal }).catch(() => {})

let jobs: Awaited<ReturnType<typeof workJobs>> | undefined
while (!jobs && !stopping.signal.aborted) {
  try {
    jobs = await workJobs({
      onDefect: (id, err) => log.error({ id, err }, 'defect'),
      onError: (err) => log.error({ err }, 'queue'),
    })
  } catch (err) {
    // A database that is away for a while is no reason to be away for ever.
    log.error({ err }, 'queue')
    await pause(startAgainAfterMs)
  }
}
while (!stopping.signal.aborted) {
  try {
    const cleared = await keepHouse()
    if (cleared && Object.values(cleared).some((count) => count > 0)) log.info(cleared, 'housekeeping')
  } catch (err) {
    log.error({ err }, 'housekeeping')
  }
  await pause(houseEveryMs)
}
await jobs?.stop()
await disconnect()
process.exit(0)
