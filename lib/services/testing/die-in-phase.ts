/** A process of its own that works on a job and is killed in the midst of a phase: `die-in-phase.ts JOB PHASE`. */
import { asViewer } from '@/lib/db/as-viewer'
import { jobById, personOfJob } from '@/lib/db/jobs'
import { runJob } from '../run-job'

const [jobId = '', phase = ''] = process.argv.slice(2)
const personId = (await personOfJob(jobId)) ?? ''
void runJob(jobId, { onDefect: (_, error) => console.error(error) })
for (;;) {
  const job = await asViewer({ personId }, (tx) => jobById(tx, jobId))
  // Nothing runs after it, as with a machine that lost its power.
  if (job?.phase === phase) process.kill(process.pid, 'SIGKILL')
  if (job?.state === 'done') process.exit(0)
}
