/** Who does which kind of job. */
import type { JobKind } from '@/lib/workflow/job-kinds'
import { commitJob } from './commit-import'
import { countAgreement } from './count-agreement'
import type { JobHandler } from './job-handler'
import { previewJob } from './preview-release'
import { rebuildJob } from './rebuild-release'
import { reopenJob } from './reopen-items'
import { scoreContest } from './score-contest'
import { freezeJob } from './write-release'

export const jobHandlers: Readonly<Partial<Record<JobKind, JobHandler>>> = {
  import: commitJob,
  preview: previewJob,
  freeze: freezeJob,
  rebuild: rebuildJob,
  evaluate: scoreContest,
  agreement: countAgreement,
  reopen: reopenJob,
}
