/** A process of its own that works on a job and says when it is writing files, so that it can be killed in the midst of it. */
import { asViewer } from '@/lib/db/as-viewer'
import { jobById, personOfJob } from '@/lib/db/jobs'
import { runJob } from '../run-job'

const jobId = process.argv[2] ?? ''
const personId = (await personOfJob(jobId)) ?? ''
void runJob(jobId, { onDefect: (_, error) => console.error(error) })
for (;;) {
  const job = await asViewer({ personId }, (tx) => jobById(tx, jobId))
  if (job?.phase === 'writing') process.stdout.write('writing\n')
  if (job?.state === 'done') process.exit(0)
}
