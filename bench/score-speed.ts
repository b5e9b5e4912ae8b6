/**
 * How fast predictions on a large split are taken and scored, against COPY TO of the same records beside their predictions, and
 * against a plain copy of these rows as a file.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { predictedQuery } from '@/lib/db/contests'
import { runJobNow } from '@/lib/services/run-job-now'
import { submitPredictions, submitPredictionsInput } from '@/lib/services/submit-predictions'
import { peakAlone } from './alone-peak'
import { copyToFile, onOneConnection } from './copy'
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
  const { toFile, plain } = await copies(predictedQuery(releaseId, 'test', first.submissionId))
  // The second is compared with the first as well, and has a process to itself, so that all of its memory is its own.
  const peak = await peakAlone('job', scene.slug, scene.admin.personId, jobOf(await submit('second')).jobId)
  return [
    { measure: 'score: predictions taken', value: round((items / taken.ms) * 1000), unit: 'rows/s' },
    {
      measure: 'score: four match rules, intervals and groups',
      value: round(scored.ms / 1000),
      unit: 's',
      ratio: { value: round(scored.ms / toFile.ms), to: `COPY TO of the same rows, ${round(toFile.ms / 1000)} s` },
    },
    {
      measure: 'score: the same',
      value: round(scored.ms / 1000),
      unit: 's',
      ratio: { value: round(scored.ms / plain.ms), to: `a plain copy of these rows as a file, ${round(plain.ms)} ms` },
    },
    { measure: `score: peak memory, ${items} rows`, value: round(megabytes(peak.bytes)), unit: 'MB' },
  ]
}

async function copies(query: string): Promise<Record<'toFile' | 'plain', { ms: number }>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'doubleread-bench-'))
  const [file, twin] = [path.join(folder, 'rows'), path.join(folder, 'twin')]
  try {
    const toFile = await timed(() => onOneConnection((client) => copyToFile(client, query, file)))
    return { toFile, plain: await timed(() => copyFile(file, twin)) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
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
