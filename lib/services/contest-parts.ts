/** What scoring a system and scoring the readers have in common. */
import { idIn, jsonIn } from '@/lib/db/contests'
import type { Cell } from '@/lib/db/copied-rows'
import { insertEvaluation, type Contestant, type KeptScores } from '@/lib/db/evaluations'
import type { Tx } from '@/lib/db/transaction'
import type { Contest, DifferenceAndTold, Expert, Reading, RoundRead, ScoresAndTold } from '@/lib/tasks/evaluation'
import type { Basis } from '@/lib/tasks/gold-without'
import { standingReadings } from '@/lib/tasks/still-said'
import type { JsonObject, Task } from '@/lib/tasks/task'
import { toldScores } from '@/lib/tasks/told-scores'
import { coarseGroups } from '@/lib/workflow/submission-limits'

/** The same for every contestant of every release, so that all intervals are paired. */
export const resampling = { seed: 1, resamples: 1_000, confidence: 0.95 } as const
export const coarseWhere = (hidden: boolean) => ({ ...resampling, coarse: hidden ? coarseGroups : null })

/** `id`: what it is kept by. `answered`: of how many items the contestant said something. */
export type Scored = { id: string; contestant: Contestant; match: string; scores: Omit<KeptScores, 'against'> & ScoresAndTold; marks: string; answered: number }
/** By measure, how it differs from those scored before, by their evaluation's id. */
export type Compared = Record<string, Record<string, DifferenceAndTold>>

export type ContestToScore = { match: string; rule: string; expertOf: ((externalId: string) => Expert) | null; readersDone: boolean }

export const askOf = ({ rule, expertOf }: ContestToScore, record: JsonObject, readings: readonly Reading[] = []): Contest => ({
  match: rule,
  readings,
  ...(expertOf ? { expert: expertOf(idIn(record)) } : {}),
})

type Earlier = Reading & { round: number }

/** The readings of an item, and those of rounds before its present one; none where they may be other ones than the verdict stands on. */
export function readingsIn(cell: Cell | undefined): { present: Reading[]; before: Earlier[] } {
  const all = ((jsonIn(cell) ?? []) as [string, unknown, number?][]).map(([reader, answer, round]) => ({ reader, answer, round }))
  return { present: all.flatMap(({ round, ...reading }) => (round === undefined ? [reading] : [])), before: all.filter((one): one is Earlier => one.round !== undefined) }
}

/** The readings that count, round by round before the present one. `settled`: by what each of these was, by its number. */
export function roundsRead(task: Task, record: JsonObject, { present, before }: ReturnType<typeof readingsIn>, settled: Cell | undefined): Pick<RoundRead, 'readings'> & { earlier: RoundRead[] } {
  const standing = standingReadings(task, record, { present, before })
  const basisOf = (jsonIn(settled) ?? {}) as Record<number, Basis>
  const rounds = [...new Set(standing.before.map(({ round }) => round))]
  // Where nothing says how a round was settled, its readers may have shaped what came of it.
  return { readings: standing.present, earlier: rounds.map((round) => ({ basis: basisOf[round] ?? 'consensus', readings: standing.before.filter((one) => one.round === round) })) }
}

/** `rules`: version of the task's, by which it is scored now. */
export type ScoredSplit = { releaseId: string; split: string; items: number; hidden: boolean; rules: number }

/** Exact for those who may have the split's labels; what others are told beside it. */
export async function keepScores(tx: Tx, { releaseId, split, items, hidden, rules }: ScoredSplit, { id, contestant, match, scores, marks, answered }: Scored, against: Compared): Promise<void> {
  const told = hidden ? toldScores(scores, against, { items, answered, smallest: coarseGroups.smallest }) : null
  const { told: _, ...exact } = scores
  await insertEvaluation(tx, { id, releaseId, split, match, rules, contestant, scores: { ...exact, against: exactly(against) }, told, marks })
}

const exactly = (against: Compared): KeptScores['against'] =>
  Object.fromEntries(Object.entries(against).map(([id, of]) => [id, Object.fromEntries(Object.entries(of).map(([name, { difference, low, high, p }]) => [name, { difference, low, high, p }]))]))
