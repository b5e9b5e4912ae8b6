/** How fast predictions on a large split are taken and scored, against COPY TO of the same records beside their predictions. */
import { predictedQuery } from '@/lib/db/contests'
import { runJobNow } from '@/lib/services/run-job-now'
import { submitPredictions, submitPredictionsInput } from '@/lib/services/submit-predictions'
import { peakAlone } from './alone-peak'
import { copyToNowhere, onOneConnection } from './copy'
import { settle } from './database'
import { frozenSplit } from './frozen-split'
import { megabytes, round, type Result } from './result'
import type { Stages } from './stages'
import { timed } from './timed'

export async function scoreSpeed(stages: Stages, items: number): Promise<Result[]> {
  const scene = await stages.scene()
  await stages.closed()
  const { releaseId, ids } = await frozenSplit(scene)
  await settle()

  const submit = (system: string) =>
    submitPredictions(scene.admin, submitPredictionsInput.parse({ releaseId, split: 'test', system }), predictionsOf(ids))
  const taken = await timed(() => submit('first'))
  const first = jobOf(taken.value)
  const scored = await timed(() => runJobNow(scene.admin, first.jobId))
  const copied = await timed(() => onOneConnection((client) => copyToNowhere(client, predictedQuery(releaseId, 'test', first.submissionId))))
  // The second is compared with the first as well, and has a process to itself, so that all of its memory is its own.
  const peak = await peakAlone('job', scene.slug, scene.admin.personId, jobOf(await submit('second')).jobId)
  return [
    { measure: 'score: predictions taken', value: round((items / taken.ms) * 1000), unit: 'rows/s' },
    {
      measure: 'score: four match rules, intervals and groups',
      value: round(scored.ms / 1000),
      unit: 's',
      ratio: { value: round(scored.ms / copied.ms), to: `COPY TO of the same rows, ${round(copied.ms / 1000)} s` },
    },
    { measure: `score: peak memory, ${items} rows`, value: round(megabytes(peak.bytes)), unit: 'MB' },
  ]
}

function jobOf(submitted: Awaited<ReturnType<typeof submitPredictions>>): { submissionId: string; jobId: string } {
  if ('problems' in submitted || !submitted.jobId) throw new Error(`the predictions were not taken: ${JSON.stringify(submitted)}`)
  return { submissionId: submitted.submissionId, jobId: submitted.jobId }
}

/** A third is flagged, with the place of every other one of them right where the text is. */
async function* predictionsOf(ids: readonly string[]): AsyncGenerator<Uint8Array> {
  const spanOf = (nth: number) => (nth % 2 ? { start: 0, end: 12 } : { start: 3, end: 9 })
  const perPiece = 1_000
  for (let at = 0; at < ids.length; at += perPiece) {
    const lines = ids
      .slice(at, at + perPiece)
      .map((id, nth) => JSON.stringify({ id, veracity: nth % 3 ? 'correct' : 'erroneous', spans: nth % 3 ? [] : [spanOf(nth)] }))
    yield Buffer.from(`${lines.join('\n')}\n`)
  }
}
