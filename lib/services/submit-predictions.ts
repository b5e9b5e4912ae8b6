/**
 * A researcher hands in what a system predicts on a split. The file is held against the split's ids and its texts,
 * which the researcher knows, never against a verdict: nothing in an answer depends on a label. All of the file is
 * taken or none; places that a text does not have are taken and told of; the same file for the same system is one submission; how many a day is limited, so that labels cannot be
 * found out by trying. Scoring is a job.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { asSystemStreaming } from '@/lib/db/as-system-streaming'
import { asViewer } from '@/lib/db/as-viewer'
import { contestLengths, idIn, inputsQuery, recordIn } from '@/lib/db/contests'
import type { Cell } from '@/lib/db/copied-rows'
import { attemptsOf, insertPredictions, insertSubmission, lockSubmitter, sameSubmission, wasAskedAbout, type Attempts } from '@/lib/db/submissions'
import { Refusal } from '@/lib/errors'
import type { RowProblem, RowReason } from '@/lib/formats/item-row'
import { isPacked } from '@/lib/formats/is-packed'
import { readPredictions } from '@/lib/formats/read-predictions'
import type { JsonObject } from '@/lib/tasks/task'
import { dailySubmissions, largestPredictions, mostSubmissions } from '@/lib/workflow/submission-limits'
import { admitContestant, type Contested } from './admit-contestant'
import { asPlainLine, plainLine } from './plain-line'
import { scoreUnscored } from './score-unscored'

export const submitPredictionsInput = z.object({
  releaseId: z.uuid(),
  split: z.string().max(40),
  system: plainLine(120, 1),
  anonymous: z.union([z.boolean(), z.stringbool()]).default(false),
  description: z.string().max(4_000, 'key:too-long').default(''),
  fileName: z.string().transform(asPlainLine).pipe(z.string().max(400)).default('predictions.jsonl'),
})

/** `values`: the numbers of the sentence. Line 0: the file as a whole. */
export type PredictionProblem = { line: number; field: string; reason: RowReason; values: Record<string, string | number> }
/** Places that their texts do not have, as many `spans` on `lines`, of which the first are named. */
export type Unplaced = { spans: number; lines: number[] }
export type Submitted =
  | { submissionId: string; jobId: string | null; predicted: number; missing: number; unplaced: Unplaced; repeated: boolean }
  | { problems: PredictionProblem[]; total: number }

/** More are counted, not listed. */
const mostProblems = 200
const mostUnplacedLines = 20
const rowsPerInsert = 2_000
const timeoutMs = 10 * 60_000

export async function submitPredictions(
  viewer: Viewer,
  input: z.output<typeof submitPredictionsInput>,
  source: AsyncIterable<Uint8Array>,
): Promise<Submitted> {
  const contest = await asViewer(viewer, (tx) => admitContestant(tx, input.releaseId, input.split))
  const use = { reason: 'submission-received', actor: viewer.personId, studyId: contest.studyId, timeoutMs } as const
  const detail = { release: input.releaseId, split: input.split, system: input.system }
  const { lengths, spent } = await asSystem(use, async (tx, note) => {
    note({ detail: { ...detail, begun: true } })
    const spent = refusalOfMore(await attemptsOf(tx, contest.studyId, input.split, viewer.personId), contest.hidden)
    return { lengths: spent ? new Map<string, number>() : await contestLengths(tx, input.releaseId, input.split), spent }
  })
  if (spent) return repeatedOnly(viewer, { ...input, studyId: contest.studyId }, source, use, spent)
  // A release does not change, so the file is read at its sender's pace with no transaction held open for it.
  const read = await readAll(contest, lengths, source, asSystemStreaming({ reason: use.reason, actor: use.actor }, inputsQuery(input.releaseId, input.split)))
  return asSystem(use, async (tx, note) => {
    note({ detail: { ...detail, predicted: read.predictions.size, problems: read.total } })
    if (read.total > 0) return { problems: read.problems, total: read.total }

    await lockSubmitter(tx, viewer.personId)
    const submission = { ...input, personId: viewer.personId, fileHash: read.hash, predicted: read.predictions.size, missing: lengths.size - read.predictions.size }
    const taken = { predicted: submission.predicted, missing: submission.missing, unplaced: read.unplaced }
    const same = await sameSubmission(tx, submission)
    if (same) {
      note({ detail: { submission: same.id, repeated: true } })
      return { submissionId: same.id, jobId: await scoreUnscored(tx, viewer, { ...same, studyId: contest.studyId }), ...taken, repeated: true }
    }
    if (await wasAskedAbout(tx, viewer.personId, input.releaseId, input.split)) throw new Refusal('conflict', 'asked-about-split')
    const tooMany = refusalOfMore(await attemptsOf(tx, contest.studyId, input.split, viewer.personId), contest.hidden)
    if (tooMany) throw tooMany
    const submissionId = await insertSubmission(tx, submission)
    const rows = [...read.predictions]
    for (let at = 0; at < rows.length; at += rowsPerInsert) await insertPredictions(tx, submissionId, rows.slice(at, at + rowsPerInsert))
    const jobId = await scoreUnscored(tx, viewer, { id: submissionId, state: 'received', studyId: contest.studyId })
    note({ detail: { submission: submissionId } })
    return { submissionId, jobId, ...taken, repeated: false }
  })
}

function refusalOfMore({ today, oldestToday, ever }: Attempts, hidden: boolean): Refusal | null {
  if (hidden && ever >= mostSubmissions) return new Refusal('conflict', 'submissions-spent', { most: mostSubmissions })
  const most = dailySubmissions(hidden)
  if (today < most || !oldestToday) return null
  const hours = Math.max(1, Math.ceil((oldestToday.getTime() + 86_400_000 - Date.now()) / 3_600_000))
  return new Refusal('slow-down', 'submissions-used-up', { most, hours })
}

/** Whoever may hand in nothing more may still send again what was taken: of the file nothing is kept but its hash. What is wrong with its places was told then. */
async function repeatedOnly(
  viewer: Viewer,
  input: z.output<typeof submitPredictionsInput> & { studyId: string },
  source: AsyncIterable<Uint8Array>,
  use: Parameters<typeof asSystem>[0],
  spent: Refusal,
): Promise<Submitted> {
  const hash = createHash('sha256')
  for await (const _ of hashed(source, hash));
  return asSystem(use, async (tx, note) => {
    note({ detail: { release: input.releaseId, split: input.split, system: input.system } })
    await lockSubmitter(tx, viewer.personId)
    const same = await sameSubmission(tx, { ...input, personId: viewer.personId, fileHash: hash.digest() })
    if (!same) throw spent
    note({ detail: { submission: same.id, repeated: true } })
    const { predicted, missing } = same
    return { submissionId: same.id, jobId: await scoreUnscored(tx, viewer, { ...same, studyId: input.studyId }), predicted, missing, unplaced: { spans: 0, lines: [] }, repeated: true }
  })
}

async function readAll(contest: Contested, lengths: ReadonlyMap<string, number>, source: AsyncIterable<Uint8Array>, records: AsyncIterable<Cell[][]>) {
  const hash = createHash('sha256')
  const predictions = new Map<string, JsonObject>()
  const lineOf = new Map<string, number>()
  const problems: PredictionProblem[] = []
  let total = 0
  const refuse = (problem: Omit<PredictionProblem, 'values' | 'field'> & { field?: string | null; values?: PredictionProblem['values'] }) => {
    total += 1
    if (problems.length < mostProblems) problems.push({ line: problem.line, field: problem.field ?? '', reason: problem.reason, values: problem.values ?? {} })
  }
  for await (const rows of readPredictions(hashed(source, hash), contest.evaluation)) {
    for (const row of rows) {
      if ('reason' in row) {
        refuse({ line: row.line, field: row.field, reason: row.reason, ...(row.values ? { values: row.values } : {}) })
        continue
      }
      const { line, value } = row
      const length = lengths.get(value.id)
      if (length === undefined) refuse({ line, field: 'id', reason: 'unknown-id', values: { id: value.id } })
      else if (predictions.has(value.id)) refuse({ line, field: 'id', reason: 'id-twice', values: { id: value.id } })
      else {
        const problem = contest.evaluation.problemOf(value.prediction, length, contest.settings)
        if (problem) refuse({ line, field: problem.field, reason: problem.reason, ...(problem.values ? { values: problem.values } : {}) })
        predictions.set(value.id, value.prediction)
        lineOf.set(value.id, line)
      }
    }
  }
  const unplaced: Unplaced = { spans: 0, lines: [] }
  for await (const { id, problem, spans } of heldAgainstInputs(contest.evaluation, predictions, records)) {
    const line = lineOf.get(id)!
    if (problem) refuse({ line, ...problem })
    if (spans === 0) continue
    unplaced.spans += spans
    unplaced.lines.push(line)
  }
  unplaced.lines = unplaced.lines.sort((a, b) => a - b).slice(0, mostUnplacedLines)
  problems.sort((a, b) => a.line - b.line)
  if (total === 0 && predictions.size === 0) refuse({ line: 0, reason: 'empty' })
  return { hash: hash.digest(), predictions, problems, total, unplaced }
}

/** What does not fit its item, and places that its text does not have: held against what systems are given and nothing else. */
async function* heldAgainstInputs({ misfit, unplaced, input }: Contested['evaluation'], predictions: ReadonlyMap<string, JsonObject>, records: AsyncIterable<Cell[][]>): AsyncGenerator<{ id: string; problem: RowProblem | null; spans: number }> {
  if ((!misfit && !unplaced) || predictions.size === 0) return
  for await (const batch of records)
    for (const [cell] of batch) {
      const record = recordIn(cell)
      const id = idIn(record)
      const prediction = predictions.get(id)
      if (!prediction) continue
      const given = input(record)
      yield { id, problem: misfit?.(prediction, given) ?? null, spans: unplaced?.(prediction, given) ?? 0 }
    }
}

async function* hashed(source: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of source) {
    if (bytes === 0 && isPacked(chunk)) throw new Refusal('invalid', 'file-not-text')
    bytes += chunk.length
    if (bytes > largestPredictions) throw new Refusal('too-large', 'predictions-too-large', { limit: largestPredictions / 1024 ** 2 })
    hash.update(chunk)
    yield chunk
  }
}
