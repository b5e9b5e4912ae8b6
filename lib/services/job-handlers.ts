/** Who does which kind of job. */
import type { JobKind } from '@/lib/workflow/job-kinds'
import { commitJob } from './commit-import'
import type { JobHandler } from './job-handler'
import { scoreContest } from './score-contest'

export const jobHandlers: Readonly<Partial<Record<JobKind, JobHandler>>> = {
  import: commitJob,
  evaluate: scoreContest,
}
