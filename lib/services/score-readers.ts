/**
 * The human baseline of a split: made with the release, from the readings that were fixed with it, so that no item that is opened again
 * later changes it and a release has it before any system comes.
 */
import { randomUUID } from 'node:crypto'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { asSystemStreaming } from '@/lib/db/as-system-streaming'
import { readQuery, recordIn } from '@/lib/db/contests'
import type { Did } from '@/lib/tasks/evaluation'
import { FacetGroups } from '@/lib/tasks/facet-groups'
import type { Basis } from '@/lib/tasks/gold-without'
import { keptMarks, notDone } from '@/lib/tasks/kept-marks'
import type { Task } from '@/lib/tasks/task'
import { fewestReadings } from '@/lib/workflow/submission-limits'
import { askOf, coarseWhere, readingsIn, roundsRead, type ContestToScore, type Scored, type ScoredSplit } from './contest-parts'
import { inSlices } from './in-slices'
import type { JobContext } from './job-handler'

export type ReadSplit = ScoredSplit & { studyId: string; settings: unknown; namesReaders: boolean }

type DidAndNot = { at: number[]; marks: string[][]; leftOut: Record<string, number> }

/** Every independent reader as a contestant, and their mean: the human baseline, from the readings that were fixed with the release. */
export async function scoreReaders(
  viewer: Viewer,
  split: ReadSplit,
  task: Task,
  contests: readonly ContestToScore[],
  context: Pick<JobContext, 'progress'>,
): Promise<Scored[]> {
  const { evaluation } = task
  if (!evaluation) return []
  const byReader = new Map<string, DidAndNot>()
  const facets = new FacetGroups()
  let readAgain = 0
  const use = { reason: 'readers-scored', actor: viewer.personId } as const
  await asSystem({ ...use, studyId: split.studyId }, async (_, note) => note({ detail: { release: split.releaseId, split: split.split } }))
  const rows = asSystemStreaming(use, readQuery(split.releaseId, split.split))
  for await (const batch of rows) {
    for (const [recordCell, basisCell, readingsCell, settledCell] of batch) {
      const record = recordIn(recordCell)
      const given = { basis: basisCell as Basis, settings: split.settings, ...roundsRead(task, record, readingsIn(readingsCell), settledCell) }
      if (!readingsCell) readAgain += 1
      // Whether a reader can be measured is asked of the readings, not of the match rule: the same for all contests.
      const [first = [], ...others] = contests.map((each) => evaluation.readerMarks(record, given, askOf(each, record)))
      for (const [nth, { reader, mark, why }] of first.entries()) {
        const kept = byReader.get(reader) ?? { at: [], marks: contests.map(() => []), leftOut: {} }
        byReader.set(reader, kept)
        if (mark === null) kept.leftOut[why ?? ''] = (kept.leftOut[why ?? ''] ?? 0) + 1
        else {
          kept.at.push(facets.items)
          for (const [contestNth, own] of [mark, ...others.map((of) => of[nth]?.mark ?? notDone)].entries()) kept.marks[contestNth]!.push(own)
        }
      }
      facets.add(evaluation.facets(record))
    }
    await context.progress('reading', facets.items, split.items)
  }
  const readers = [...byReader].sort(([a], [b]) => (a < b ? -1 : 1))
  if (readers.length === 0) return []
  const progressOf = (nth: number) => (share: number) => context.progress('scoring', Math.round((nth + share) * 100), (readers.length + 1) * 100)
  const scored: Scored[] = []
  for (const [nth, [pseudonym, { leftOut, ...did }]] of readers.entries()) {
    if (!split.namesReaders || did.at.length < fewestReadings(split.hidden)) continue
    const scores = await inSlices(evaluation.scores(did, facets, coarseWhere(split.hidden)), progressOf(nth))
    contests.forEach(({ match }, contestNth) =>
      scored.push({
        id: randomUUID(),
        contestant: { kind: 'reader', pseudonym },
        match,
        scores: { ...scores[contestNth]!, leftOut },
        marks: keptMarks(spread(did, contestNth, facets.items), evaluation.between),
        answered: did.at.length,
      }),
    )
  }
  const leftOut: Record<string, number> = readAgain > 0 ? { 'read-again': readAgain } : {}
  for (const [, of] of readers) for (const [why, count] of Object.entries(of.leftOut)) leftOut[why] = (leftOut[why] ?? 0) + count
  const means = await inSlices(evaluation.meanScores(readers.map(([, did]) => did), facets, coarseWhere(split.hidden)), progressOf(readers.length))
  contests.forEach(({ match }, nth) => {
    const { items } = means[nth]!
    scored.push({ id: randomUUID(), contestant: { kind: 'readers' }, match, scores: { ...means[nth]!, leftOut, readers: readers.length }, marks: '', answered: items })
  })
  return scored
}

/** Marks as they are kept: one an item, whether it was done or not. */
function spread({ at, marks }: Did, contest: number, items: number): string[] {
  const all = Array.from({ length: items }, () => notDone)
  at.forEach((item, nth) => (all[item] = marks[contest]![nth]!))
  return all
}
