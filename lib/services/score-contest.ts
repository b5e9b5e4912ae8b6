/**
 * What a job of the kind 'evaluate' does: a submission, and the readers of its split where they are not yet, are scored under every match rule; or
 * these readers alone, where no system waits for it. Marks
 * are made from the records in one pass, in the order of their ids, so that contestants of one split can be compared item by
 * item; then scores and differences to those scored before. Everything is written in one transaction at the end: a worker
 * that is killed leaves nothing, and whoever begins again computes the same.
 */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem, type SystemUse } from '@/lib/db/as-system'
import { asSystemStreaming } from '@/lib/db/as-system-streaming'
import { contestOf, jsonIn, predictedQuery, recordIn } from '@/lib/db/contests'
import { evaluationsOf, lockContest, marksOf, readersAreScored, scoredBefore } from '@/lib/db/evaluations'
import { spanAnswers } from '@/lib/db/span-questions'
import { lockSubmission, setSubmissionState, type SubmissionToScore } from '@/lib/db/submissions'
import type { Tx } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'
import type { Expert, OpenPair } from '@/lib/tasks/evaluation'
import { FacetGroups } from '@/lib/tasks/facet-groups'
import { keptMarks, marksIn } from '@/lib/tasks/kept-marks'
import { taskOf } from '@/lib/tasks/registry'
import { standingReadings } from '@/lib/tasks/still-said'
import type { JsonObject } from '@/lib/tasks/task'
import { askOf, coarseWhere, keepScores, readingsIn, type Compared, type ContestToScore, type Scored } from './contest-parts'
import { inSlices } from './in-slices'
import type { JobContext, JobHandler } from './job-handler'
import { scoreReaders } from './score-readers'

export const judged = 'judged'
/** `readersOf`: the job is of a split's readers, and its subject what they stand by. */
export const evaluateInput = z.object({ judged: z.boolean().default(false), readersOf: z.object({ releaseId: z.uuid(), split: z.string() }).optional() })

type Found = Awaited<ReturnType<typeof contestToScore>>
export const scoreContest: JobHandler = {
  async run(viewer, job, context) {
    const wanted = evaluateInput.parse(job.input)
    const { readersOf } = wanted
    const use = { reason: readersOf ? 'readers-scored' : 'submission-scored', actor: viewer.personId, studyId: job.studyId } as const
    const about = readersOf ? { release: readersOf.releaseId, split: readersOf.split } : { submission: job.subjectId }
    const found = await asSystem(use, async (tx, note) => {
      note({ detail: { ...about, begun: true } })
      if (readersOf) return contestToScore(tx, readersOf, null, wanted.judged)
      const submission = await lockSubmission(tx, job.subjectId)
      if (!submission) throw new Refusal('not-found', 'not-found')
      return contestToScore(tx, submission, submission, wanted.judged)
    })
    if (found.submission?.state === 'withdrawn') throw new Refusal('conflict', 'submission-withdrawn')
    const contests = contestsOf(found, wanted.judged)
    const scored: Scored[] = []
    for (const system of [...found.before, ...(found.submission ? [found.submission] : [])]) scored.push(...(await scoreSystem(viewer, found, system, contests, context)))
    const ofReaders = contests.filter(({ readersDone }) => !readersDone)
    // Since the freeze they are there; of a release from before that did so, or under what experts said, they are made now.
    if (ofReaders.length > 0) scored.push(...(await scoreReaders(viewer, found.contest, found.task, ofReaders, context)))
    const compared = await compareSystems(use, found, scored, context)
    await asSystem({ ...use, timeoutMs: 30 * 60_000 }, async (tx, note) => {
      const submission = found.submission && (await lockSubmission(tx, job.subjectId))
      if (submission?.state === 'withdrawn') throw new Refusal('conflict', 'submission-withdrawn')
      await lockContest(tx, found.contest.releaseId, found.contest.split)
      for (const one of scored) {
        // Those who came meanwhile, if any; all others are compared already.
        const against = { ...compared.get(one), ...(await versus(found, one, await rivalsOf(tx, found, one, [], compared.get(one)), () => Promise.resolve())) }
        await keepScores(tx, found.contest, one, against)
      }
      if (submission) await setSubmissionState(tx, job.subjectId, 'scored')
      note({ detail: { ...about, matches: contests.map(({ match }) => match), ...(found.before.length > 0 ? { anew: found.before.length } : {}) } })
      await context.finish(tx)
    })
  },
}

async function contestToScore(tx: Tx, { releaseId, split }: { releaseId: string; split: string }, submission: SubmissionToScore | null, withExperts: boolean) {
  const contest = await contestOf(tx, releaseId, split)
  if (!contest) throw new Error(`a system or readers of ${split} are to be scored on release ${releaseId}, which is not there`)
  const task = taskOf(contest.task)
  const { evaluation } = task
  if (!evaluation) throw new Error(`systems are not scored on ${contest.task}`)
  const { rules, matches } = evaluation
  const readersDone = new Map<string, boolean>()
  for (const match of [...matches, judged]) readersDone.set(match, await readersAreScored(tx, releaseId, split, { match, rules }))
  // A board shows what was scored by one version of the rules: whoever was by an earlier one comes along.
  const scoredAsBefore = await scoredBefore(tx, releaseId, split, { match: withExperts ? judged : matches[0], rules })
  const answers = withExperts ? await spanAnswers(tx, releaseId, split) : []
  const before = scoredAsBefore.filter(({ id }) => id !== submission?.id)
  return { submission, before, contest: { ...contest, rules }, task, evaluation, readersDone, answers }
}

function contestsOf({ evaluation, readersDone, answers }: Found, withExperts: boolean): ContestToScore[] {
  const done = (match: string) => readersDone.get(match) ?? false
  if (!withExperts) return evaluation.matches.map((match) => ({ match, rule: match, expertOf: null, readersDone: done(match) }))
  const said = new Map(answers.flatMap((answer) => (answer.same === null ? [] : [[keyOf(answer.externalId, answer), answer.same] as const])))
  const expertOf = (externalId: string): Expert => (pair) => said.get(keyOf(externalId, pair)) ?? null
  if (evaluation.judgedOn === null) throw new Error('a task without questions for experts has no judged scores')
  return [{ match: judged, rule: evaluation.judgedOn, expertOf, readersDone: done(judged) }]
}

const keyOf = (externalId: string, { goldStart, goldEnd, start, end }: OpenPair) => JSON.stringify([externalId, goldStart, goldEnd, start, end])

async function scoreSystem(viewer: Viewer, { contest, task, evaluation }: Found, system: { id: string; predicted: number }, contests: ContestToScore[], context: JobContext): Promise<Scored[]> {
  const did = { at: [] as number[], marks: contests.map((): string[] => []) }
  const facets = new FacetGroups()
  const rows = asSystemStreaming({ reason: 'submission-scored', actor: viewer.personId }, predictedQuery(contest.releaseId, contest.split, system.id, evaluation.asksReaders))
  let unjudged = 0
  for await (const batch of rows) {
    for (const [recordCell, answerCell, readingsCell] of batch) {
      const record = recordIn(recordCell)
      const prediction = (jsonIn(answerCell) ?? undefined) as JsonObject | undefined
      const { present, before } = standingReadings(task, record, readingsIn(readingsCell))
      const readings = [...present, ...before]
      did.at.push(facets.items)
      facets.add(evaluation.facets(record))
      contests.forEach((each, nth) => {
        const marked = evaluation.mark(record, prediction, askOf(each, record, readings))
        did.marks[nth]!.push(marked.mark)
        if (each.expertOf) unjudged += marked.open.length
      })
    }
    await context.progress('reading', facets.items, contest.items)
  }
  // Handed in after the experts were asked: a half-judged score is no score.
  if (unjudged > 0) throw new Refusal('conflict', 'experts-not-asked', { open: unjudged })
  const onSlice = (share: number) => context.progress('scoring', Math.round(share * 100), 100)
  await onSlice(0)
  const scores = await inSlices(evaluation.scores(did, facets, coarseWhere(contest.hidden)), onSlice)
  return contests.map(({ match }, nth): Scored => ({
    id: randomUUID(),
    contestant: { kind: 'system', submissionId: system.id },
    match,
    scores: scores[nth]!,
    marks: keptMarks(did.marks[nth]!, evaluation.between),
    answered: system.predicted,
  }))
}

type Rival = { id: string; marks: string }

/** Systems scored under the same rule, before or just now, with their marks, beside those that `done` holds already. */
async function rivalsOf(tx: Tx, { contest, evaluation: { between, rules } }: Found, { contestant, match, marks }: Scored, justNow: readonly Scored[], done: Compared = {}): Promise<Rival[]> {
  if (contestant.kind !== 'system') return []
  const earlier = (await evaluationsOf(tx, contest.releaseId, contest.split, match)).filter(
    (one) => one.rules === rules && one.kind === 'system' && one.submissionId !== contestant.submissionId && !(one.id in done),
  )
  const fresh = justNow.filter((one) => one.contestant.kind === 'system' && one.match === match).map((one): [string, string] => [one.id, one.marks])
  const found = await marksOf(tx, earlier.map(({ id }) => id))
  const items = marksIn(marks, between).length
  return [...found, ...fresh].flatMap(([id, theirs]) => (marksIn(theirs, between).length === items ? [{ id, marks: theirs }] : []))
}

/** How many are compared by the same draws at once: more would be held at once. */
const rivalsAtOnce = 8

/** In the measures that contestants are compared in. */
async function versus({ evaluation, contest }: Found, { marks }: Scored, rivals: readonly Rival[], onSlice: (rivals: number) => Promise<void>): Promise<Compared> {
  const against: Compared = {}
  for (let from = 0; from < rivals.length; from += rivalsAtOnce) {
    const some = rivals.slice(from, from + rivalsAtOnce)
    const steps = evaluation.differences(marks, some.map((rival) => rival.marks), evaluation.compared, coarseWhere(contest.hidden))
    const found = await inSlices(steps, (share) => onSlice(from + share * some.length))
    some.forEach(({ id }, nth) => (against[id] = found[nth]!))
  }
  return against
}

/** Takes its time outside of the transaction that writes, and shows life. */
async function compareSystems(use: SystemUse, found: Found, scored: readonly Scored[], context: JobContext): Promise<Map<Scored, Compared>> {
  const rivals = await asSystem(use, async (tx) => {
    const each: [Scored, Rival[]][] = []
    for (const [nth, one] of scored.entries()) each.push([one, await rivalsOf(tx, found, one, scored.slice(0, nth))])
    return each
  })
  const total = rivals.reduce((sum, [, of]) => sum + of.length, 0)
  let done = 0
  const compared = new Map<Scored, Compared>()
  for (const [one, of] of rivals) {
    compared.set(one, await versus(found, one, of, (some) => context.progress('resampling', Math.floor(done + some), total)))
    done += of.length
  }
  return compared
}
