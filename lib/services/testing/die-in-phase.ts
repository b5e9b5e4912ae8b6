/** A process of its own that works on a job and is killed in the midst of a phase: `die-in-phase.ts JOB PHASE`. */
import type { JobHandler } from '../job-handler'
import { jobHandlers } from '../job-handlers'
import { runJob } from '../run-job'

const [jobId = '', phase = ''] = process.argv.slice(2)

/** Nothing runs after it, as with a machine that lost its power. */
const deadly = ({ run, ...handler }: JobHandler): JobHandler => ({
  ...handler,
  run: (viewer, job, context) =>
    run(viewer, job, {
      ...context,
      progress: async (now, done, total) => {
        await context.progress(now, done, total)
        if (now === phase && done > 0) process.kill(process.pid, 'SIGKILL')
      },
    }),
})
const handlers = Object.fromEntries(Object.entries(jobHandlers).map(([kind, handler]) => [kind, handler && deadly(handler)]))
await runJob(jobId, { onDefect: (_, error) => console.error(error), handlers })
