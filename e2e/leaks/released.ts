/** A frozen release of one item with its split hidden, a system handed in by the researcher, and, of spans, a question that waits for an expert. */
import { randomUUID } from 'node:crypto'
import { plainRecipe } from '@/lib/releases/recipe'
import { changeRelease, draftRelease } from '@/lib/services/compose-draft'
import { freezeRelease } from '@/lib/services/freeze-release'
import { workOutPreview } from '@/lib/services/preview-release'
import { runJobNow } from '@/lib/services/run-job-now'
import { submitPredictions, submitPredictionsInput } from '@/lib/services/submit-predictions'
import { taskOf, type TaskCode } from '@/lib/tasks/registry'
import { viewerOf } from '@/prisma/factories'
import { sql } from '../fixtures'
import type { Scene } from '../scene'
import { walkedTasks, type ItemSecrets } from './walked-tasks'

type Wanted = { task: TaskCode; item: Record<string, string>; secrets: ItemSecrets & { system: string } }

export async function releasedWith({ slug, people }: Scene, { task, item, secrets }: Wanted): Promise<Record<string, string>> {
  const admin = await viewerOf(people.admin.personId)
  const title = 'Released'
  const { releaseId } = await draftRelease(admin, { study: slug, title })
  const formats = taskOf(task).formats.map(({ code }) => code)
  await changeRelease(admin, { releaseId, title, public: false, notes: '', recipe: { ...plainRecipe, hidden: ['test'], readers: 'pseudonyms', formats } })
  // Accounts without a password sign with the title.
  const { jobId } = await freezeRelease(admin, { releaseId, proof: title, meaning: 'For the walk.', print: await workOutPreview(admin, releaseId) })
  await runJobNow(admin, jobId)
  const [released] = await sql<{ id: string; path: string }>(
    `select i.external_id as id, f.path from release_item i join release_file f on f.release_id = i.release_id and f.path = 'native/test.jsonl' where i.release_id = $1 limit 1`,
    [releaseId],
  )
  const { id, path } = released!
  const { prediction } = walkedTasks[task]
  const submissionId = prediction ? await handedIn(people.researcher.personId, releaseId, secrets.system, { id, ...prediction(secrets) }) : randomUUID()
  const [question] = await sql<{ id: string }>(
    `insert into span_question (release_id, item_id, external_id, gold_start, gold_end, start, "end") select $1, $2, $3, 0, 9, 1, 5 where $4 returning id`,
    [releaseId, item['itemId'], id, task === 'error-spans'],
  )
  return { releaseId, release: releaseId, submissionId, submission: submissionId, questionId: question?.id ?? randomUUID(), path }
}

async function handedIn(personId: string, releaseId: string, system: string, line: object): Promise<string> {
  const researcher = await viewerOf(personId)
  async function* file() {
    yield Buffer.from(JSON.stringify(line))
  }
  const answer = await submitPredictions(researcher, submitPredictionsInput.parse({ releaseId, split: 'test', system, anonymous: true }), file())
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems))
  await runJobNow(researcher, answer.jobId!)
  return answer.submissionId
}
