/**
 * What a job of the kind 'evaluate' does: a submission, or the readers of a split, are scored under every match rule. Marks
 * are made from the records in one pass, in the order of their ids, so that contestants of one split can be compared item by
 * item; then scores and differences to those scored before. Everything is written in one transaction at the end: a worker
 * that is killed leaves nothing, and whoever begins again computes the same.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { asSystemStreaming } from '@/lib/db/as-system-streaming'
import { contestOf, idIn, jsonIn, predictedQuery, readQuery, recordIn } from '@/lib/db/contests'
import { evaluationsOf, insertEvaluation, marksOf, readersAreScored, type Contestant, type KeptScores } from '@/lib/db/evaluations'
import { spanAnswers } from '@/lib/db/span-questions'
import { lockSubmission, setSubmissionState } from '@/lib/db/submissions'
import type { Tx } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'
import type { Difference, Expert, Marked, OpenPair } from '@/lib/tasks/evaluation'
import { taskOf } from '@/lib/tasks/registry'
import type { JsonObject } from '@/lib/tasks/task'
import { smallestGroup } from '@/lib/workflow/submission-limits'
import type { JobContext, JobHandler } from './job-handler'

/** The same for every contestant of every release, so that all intervals are paired. */
const resampling = { seed: 1, resamples: 1_000, confidence: 0.95 } as const

export const judged = 'judged'
const jobInput = z.object({ judged: z.boolean().default(false) })

type Found = Awaited<ReturnType<typeof contestToScore>>
type Scored = { contestant: Contestant; match: string; scores: Omit<KeptScores, 'against'>; marks: string }

export const scoreContest: JobHandler = {
  async run(viewer, job, context) {
    const wanted = jobInput.parse(job.input)
    const found = await asSystem({ reason: 'submission-scored', actor: viewer.personId, studyId: job.studyId }, async (tx, note) => {
      note({ detail: { submission: job.subjectId, begun: true } })
      return contestToScore(tx, job.subjectId, wanted.judged)
    })
    if (found.submission.state === 'withdrawn') throw new Refusal('conflict', 'submission-withdrawn')
    const contests = contestsOf(found, wanted.judged)
    const scored = await scoreSystem(viewer, found, contests, context)
    if (contests.some(({ readersDone }) => !readersDone)) scored.push(...(await scoreReaders(viewer, found, contests, context)))
    await context.progress('resampling', 0, scored.length)
    await asSystem({ reason: 'submission-scored', actor: viewer.personId, studyId: job.studyId, timeoutMs: 30 * 60_000 }, async (tx, note) => {
      const submission = await lockSubmission(tx, job.subjectId)
      if (submission?.state === 'withdrawn') throw new Refusal('conflict', 'submission-withdrawn')
      for (const one of scored) {
        const against = one.contestant.kind === 'system' ? await differences(tx, found, one) : {}
        await insertEvaluation(tx, { ...found.contest, match: one.match, contestant: one.contestant, scores: { ...one.scores, against }, marks: one.marks })
      }
      await setSubmissionState(tx, job.subjectId, 'scored')
      note({ detail: { submission: job.subjectId, matches: contests.map(({ match }) => match) } })
      await context.finish(tx)
    })
  },
}

async function contestToScore(tx: Tx, submissionId: string, withExperts: boolean) {
  const submission = await lockSubmission(tx, submissionId)
  if (!submission) throw new Refusal('not-found', 'not-found')
  const contest = await contestOf(tx, submission.releaseId, submission.split)
  if (!contest) throw new Error(`submission ${submissionId} is to a release that is not there`)
  const { evaluation } = taskOf(contest.task)
  if (!evaluation) throw new Error(`systems are not scored on ${contest.task}`)
  const readersDone = new Map<string, boolean>()
  for (const match of [...evaluation.matches, judged]) readersDone.set(match, await readersAreScored(tx, submission.releaseId, submission.split, match))
  const answers = withExperts ? await spanAnswers(tx, submission.releaseId, submission.split) : []
  return { submission, contest, evaluation, readersDone, answers }
}

type ContestToScore = { match: string; rule: string; expertOf: ((externalId: string) => Expert) | null; readersDone: boolean }

function contestsOf({ evaluation, readersDone, answers }: Found, withExperts: boolean): ContestToScore[] {
  const done = (match: string) => readersDone.get(match) ?? false
  if (!withExperts) return evaluation.matches.map((match) => ({ match, rule: match, expertOf: null, readersDone: done(match) }))
  const said = new Map(answers.flatMap((answer) => (answer.same === null ? [] : [[keyOf(answer.externalId, answer), answer.same] as const])))
  const expertOf = (externalId: string): Expert => (pair) => said.get(keyOf(externalId, pair)) ?? null
  return [{ match: judged, rule: evaluation.judgedOn, expertOf, readersDone: done(judged) }]
}

const keyOf = (externalId: string, { goldStart, goldEnd, start, end }: OpenPair) => JSON.stringify([externalId, goldStart, goldEnd, start, end])
const askOf = ({ rule, expertOf }: ContestToScore, id: string) => (expertOf ? { match: rule, expert: expertOf(id) } : { match: rule })

async function scoreSystem(viewer: Viewer, { submission, contest, evaluation }: Found, contests: ContestToScore[], context: JobContext): Promise<Scored[]> {
  const marked = contests.map((): Marked[] => [])
  const rows = asSystemStreaming({ reason: 'submission-scored', actor: viewer.personId }, predictedQuery(submission.releaseId, submission.split, submission.id))
  let done = 0
  for await (const batch of rows) {
    for (const [recordCell, answerCell] of batch) {
      const record = recordIn(recordCell)
      const prediction = (jsonIn(answerCell) ?? undefined) as JsonObject | undefined
      contests.forEach((each, nth) => {
        const { mark, facets } = evaluation.mark(record, prediction, askOf(each, idIn(record)))
        marked[nth]!.push({ mark, facets })
      })
    }
    done += batch.length
    await context.progress('reading', done, contest.items)
  }
  const scored: Scored[] = []
  for (const [nth, { match }] of contests.entries()) {
    await context.progress('scoring', nth, contests.length)
    const scores = evaluation.scores(marked[nth]!, { ...resampling, smallest: smallestGroup(contest.hidden) })
    scored.push({ contestant: { kind: 'system', submissionId: submission.id }, match, scores, marks: marked[nth]!.map(({ mark }) => mark).join('') })
  }
  return scored
}

/** Every independent reader as a contestant, and their mean: the human baseline. */
async function scoreReaders(viewer: Viewer, { submission, contest, evaluation }: Found, contests: ContestToScore[], context: JobContext): Promise<Scored[]> {
  const byContest = contests.map(() => new Map<string, { marks: string[]; items: Marked[]; leftOut: Record<string, number> }>())
  let size = 0
  await asSystem({ reason: 'readers-scored', actor: viewer.personId, studyId: contest.studyId }, async (_, note) =>
    note({ detail: { release: submission.releaseId, split: submission.split } }),
  )
  const rows = asSystemStreaming({ reason: 'readers-scored', actor: viewer.personId }, readQuery(submission.releaseId, submission.split))
  for await (const batch of rows) {
    for (const [recordCell, basisCell, readingsCell] of batch) {
      const record = recordIn(recordCell)
      const readings = (jsonIn(readingsCell) ?? []) as [string, unknown][]
      const given = {
        basis: basisCell!.toString() as 'consensus' | 'adjudication',
        readings: readings.map(([reader, answer]) => ({ reader, answer })),
        settings: contest.settings,
      }
      contests.forEach((each, nth) => {
        for (const { reader, mark, why, facets } of evaluation.readerMarks(record, given, askOf(each, idIn(record)))) {
          const kept = byContest[nth]!.get(reader) ?? { marks: [], items: [], leftOut: {} }
          byContest[nth]!.set(reader, kept)
          if (mark === null) kept.leftOut[why ?? ''] = (kept.leftOut[why ?? ''] ?? 0) + 1
          else {
            kept.marks[size] = mark
            kept.items.push({ mark, facets })
          }
        }
      })
      size += 1
    }
    await context.progress('reading', size, contest.items)
  }
  return contests.flatMap(({ match, readersDone }, nth) => {
    if (readersDone) return []
    const readers = [...byContest[nth]!].sort(([a], [b]) => (a < b ? -1 : 1))
    const each = readers.map(([pseudonym, { marks, items, leftOut }]): Scored => ({
      contestant: { kind: 'reader', pseudonym },
      match,
      scores: { ...evaluation.scores(items, { ...resampling, smallest: smallestGroup(contest.hidden) }), leftOut },
      marks: Array.from({ length: size }, (_, at) => marks[at] ?? ' ').join(''),
    }))
    if (each.length === 0) return []
    const mean = evaluation.meanScores(each.map(({ marks }) => marks), resampling)
    return [...each, { contestant: { kind: 'readers' } as const, match, scores: mean, marks: '' }]
  })
}

/** To every system scored before under the same rule, in the measures that contestants are compared in. */
async function differences(tx: Tx, { submission, evaluation }: Found, { match, marks }: Scored): Promise<KeptScores['against']> {
  const earlier = (await evaluationsOf(tx, submission.releaseId, submission.split, match)).filter(({ kind }) => kind === 'system')
  const marksOfEarlier = await marksOf(tx, earlier.map(({ id }) => id))
  const against: Record<string, Record<string, Difference>> = {}
  for (const { id, submissionId } of earlier) {
    if (submissionId === submission.id) continue
    const theirs = marksOfEarlier.get(id) ?? ''
    if (theirs.length !== marks.length) continue
    against[id] = Object.fromEntries(evaluation.compared.map((measure) => [measure, evaluation.difference(marks, theirs, measure, resampling)]))
  }
  return against
}
