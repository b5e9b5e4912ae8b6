/** A worker that is killed while it scores leaves no half scores: whoever takes the job over computes the same, once. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { readSubmission } from './read-submission'
import { runJob } from './run-job'
import { runJobNow } from './run-job-now'
import { submitPredictions, submitPredictionsInput } from './submit-predictions'
import { bytesOf, frozenRelease, type FrozenRelease } from './testing/frozen-release'
import { killedInPhase } from './testing/killed-in-phase'

const db = freshDatabase()
let release: FrozenRelease
beforeAll(async () => {
  release = await frozenRelease(db)
})

const lines = [6, 7, 8, 9].map((n) => JSON.stringify({ id: `item-${String(n).padStart(2, '0')}`, veracity: n === 6 ? 'erroneous' : 'correct', spans: n === 6 ? [{ start: 6, end: 7 }] : [] }))
async function submitted(system: string): Promise<{ submissionId: string; jobId: string }> {
  const taken = await submitPredictions(release.researcher, submitPredictionsInput.parse({ releaseId: release.releaseId, split: 'test', system }), bytesOf(lines.join('\n')))
  if ('problems' in taken || !taken.jobId) throw new Error(JSON.stringify(taken))
  return { submissionId: taken.submissionId, jobId: taken.jobId }
}
const evaluations = () => db.sql<{ n: number }>('select count(*)::int as n from evaluation')

test('killed while scores are made, nothing is scored; taken over, everything is, once and to the same numbers', async () => {
  const { submissionId, jobId } = await submitted('killed')
  await killedInPhase(db, jobId, 'scoring')
  expect(await evaluations()).toEqual([{ n: 0 }])
  const [left] = await db.sql<{ state: string }>('select state::text from submission where id = $1', [submissionId])
  expect(left!.state).not.toBe('scored')

  expect(await runJob(jobId, { onDefect: (_, error) => expect.unreachable(String(error)), silentMs: 0 })).toBe(true)
  const after = await readSubmission(release.researcher, { submissionId })
  expect(new Set(after.evaluations.map(({ match }) => match)).size).toBe(after.evaluations.length)

  const whole = await submitted('never killed')
  await runJobNow(release.researcher, whole.jobId)
  const measured = (of: typeof after) => of.evaluations.map(({ match, scores: { counts, measures } }) => ({ match, counts, measures }))
  expect(measured(after)).toEqual(measured(await readSubmission(release.researcher, whole)))
})
