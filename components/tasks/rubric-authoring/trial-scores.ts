import { pointsOfRubric } from '@/lib/tasks/rubric/healthbench-rubric'
import { healthBenchScore } from '@/lib/tasks/rubric/healthbench-score'
import { isMet } from '@/lib/tasks/rubric/is-met'
import type { Criterion } from '@/lib/tasks/rubric/criterion'
import { shareValue, tripleOf, type Label } from '@/lib/tasks/rubric/scores'
import type { Trial } from '@/lib/tasks/rubric-authoring/judgment'

export type TrialScores = { tried: number; s1: number | null; s2: number; s3: number; points: number | null }

/** What a response gets for the criteria it was tried on so far; the others are as if they were not there. */
export function trialScores(criteria: readonly Criterion[], trials: readonly Trial[], response: string): TrialScores {
  const labels = new Map<string, Label>(trials.filter((one) => one.response === response).map(({ criterion, label }) => [criterion, label]))
  const tried = criteria.filter(({ id }) => labels.has(id))
  const { s1, s2, s3 } = tripleOf(tried, labels)
  const met = tried.map(({ id }) => isMet(labels.get(id)!))
  return { tried: tried.length, s1: shareValue(s1), s2, s3, points: healthBenchScore(pointsOfRubric(tried), met).value }
}
