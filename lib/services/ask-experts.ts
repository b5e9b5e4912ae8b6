/**
 * An admin puts before experts what no rule matched: for every scored system and reader of a split, each predicted place on
 * an erroneous text that was flagged, beside each place of the verdict. Nobody can tell from a question whose place it is,
 * and the same places are asked once, however many named them. When all are answered, `judge-contest` scores anew.
 */
import { z } from 'zod'
import { holdsRole, type Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { asSystemStreaming } from '@/lib/db/as-system-streaming'
import { asViewer } from '@/lib/db/as-viewer'
import { idIn, jsonIn, predictedQuery, readQuery, recordIn } from '@/lib/db/contests'
import { evaluationsOf, scoredBefore } from '@/lib/db/evaluations'
import { jobAtWork } from '@/lib/db/jobs'
import { insertSpanQuestions, questionCounts, spanAnswers, type SpanPair } from '@/lib/db/span-questions'
import { scoredIn } from '@/lib/db/submissions'
import { Refusal } from '@/lib/errors'
import type { OpenPair } from '@/lib/tasks/evaluation'
import type { Basis } from '@/lib/tasks/gold-without'
import type { JsonObject } from '@/lib/tasks/task'
import { admitContestant } from './admit-contestant'
import { readingsIn } from './contest-parts'
import { judged } from './score-contest'
import { startJob } from './start-job'

export const expertsInput = z.object({ releaseId: z.uuid(), split: z.string().max(40) })
type Input = z.output<typeof expertsInput>

const pairsPerInsert = 2_000

async function admitted(viewer: Viewer, { releaseId, split }: Input) {
  return asViewer(viewer, async (tx) => {
    const contest = await admitContestant(tx, releaseId, split)
    if (!holdsRole(viewer, contest.studyId, 'admin') || contest.evaluation.judgedOn === null) throw new Refusal('not-found', 'not-found')
    return { contest, submissions: await scoredIn(tx, releaseId, split) }
  })
}

/** Every place that no rule matched, of every scored system beside every place of the verdict, and of every reader beside what they are held against. */
async function unmatched(viewer: Viewer, { contest, submissions }: Awaited<ReturnType<typeof admitted>>): Promise<SpanPair[]> {
  const { evaluation, releaseId, split, settings } = contest
  const { judgedOn: match } = evaluation
  if (match === null) return []
  const pairs = new Map<string, SpanPair>()
  const put = (record: JsonObject, open: readonly OpenPair[]) => {
    const externalId = idIn(record)
    for (const pair of open) pairs.set(placesOf({ externalId, ...pair }), { externalId, ...pair })
  }
  const use = { reason: 'submission-scored', actor: viewer.personId } as const
  await asSystem({ ...use, studyId: contest.studyId }, async (_, note) => note({ detail: { release: releaseId, split, experts: 'asked' } }))
  for (const id of submissions)
    for await (const batch of asSystemStreaming(use, predictedQuery(releaseId, split, id)))
      for (const [record, answer] of batch) {
        const read = recordIn(record)
        put(read, evaluation.mark(read, (jsonIn(answer) ?? undefined) as JsonObject | undefined, { match }).open)
      }
  for await (const batch of asSystemStreaming(use, readQuery(releaseId, split)))
    for (const [record, basis, readings] of batch) {
      const [read, { present }] = [recordIn(record), readingsIn(readings)]
      put(read, evaluation.openOfReaders?.(read, { basis: basis as Basis, readings: present, settings }, { match }) ?? [])
    }
  return [...pairs.values()]
}

const placesOf = ({ externalId, goldStart, goldEnd, start, end }: SpanPair) => JSON.stringify([externalId, goldStart, goldEnd, start, end])

export async function askExperts(viewer: Viewer, input: Input): Promise<{ asked: number }> {
  const found = await admitted(viewer, input)
  const { releaseId, split, studyId } = found.contest
  const all = await unmatched(viewer, found)
  const asked = await asSystem({ reason: 'submission-scored', actor: viewer.personId, studyId }, async (tx, note) => {
    let count = 0
    for (let at = 0; at < all.length; at += pairsPerInsert) count += await insertSpanQuestions(tx, releaseId, all.slice(at, at + pairsPerInsert))
    note({ detail: { release: releaseId, split, questions: count } })
    return count
  })
  return { asked }
}

/**
 * Scores every system under what the experts said that is not scored so yet. Refuses while a question is open, and when
 * something came that was never put to them: a half-judged score is no score. `atWork`: those that are being scored otherwise just now
 * and have to be asked for again.
 */
export async function judgeContest(viewer: Viewer, input: Input): Promise<{ jobIds: string[]; atWork: number }> {
  const found = await admitted(viewer, input)
  const { releaseId, split, studyId } = found.contest
  await asViewer(viewer, async (tx) => {
    const { asked, answered, withdrawn } = await questionCounts(tx, releaseId, split)
    const open = asked - answered - withdrawn
    if (asked === 0 || open > 0) throw new Refusal('conflict', 'experts-not-done', { open })
  })
  const all = await unmatched(viewer, found)
  const known = await asSystem({ reason: 'submission-scored', actor: viewer.personId, studyId }, (tx) => spanAnswers(tx, releaseId, split))
  const said = new Set(known.map(placesOf))
  const open = all.filter((pair) => !said.has(placesOf(pair))).length
  if (open > 0) throw new Refusal('conflict', 'experts-not-asked', { open })
  return asViewer(viewer, async (tx) => {
    const done = new Set((await evaluationsOf(tx, releaseId, split, judged)).flatMap(({ submissionId, rules }) => (rules === found.contest.evaluation.rules ? [submissionId] : [])))
    // Whoever was judged by earlier rules comes along with any one job (score-contest.ts).
    const along = new Set((await scoredBefore(tx, releaseId, split, { match: judged, rules: found.contest.evaluation.rules })).map(({ id }) => id))
    const jobIds: string[] = []
    let atWork = 0
    for (const id of found.submissions) {
      if (done.has(id) || (along.has(id) && jobIds.length > 0)) continue
      if (await jobAtWork(tx, id)) {
        atWork += 1
        continue
      }
      jobIds.push((await startJob(tx, viewer, { kind: 'evaluate', studyId, subjectId: id, input: { judged: true } })).jobId)
    }
    return { jobIds, atWork }
  })
}
