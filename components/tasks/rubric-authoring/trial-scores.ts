import type { Criterion } from '@/lib/tasks/rubric/criterion'
import { derivedOf, type Derived } from '@/lib/tasks/rubric/derived'
import type { Label } from '@/lib/tasks/rubric/scores'
import type { Trial } from '@/lib/tasks/rubric-authoring/judgment'

/**
 * What a response gets for the criteria it was tried on so far, by signed points or in the three groups, as its study counts; the other
 * criteria are as if they were not there, and so is one that has no points yet where points count.
 */
export function trialScores(criteria: readonly Criterion[], trials: readonly Trial[], response: string, byPoints: boolean): { tried: number; derived: Derived } {
  const labels = new Map<string, Label>(trials.filter((one) => one.response === response).map(({ criterion, label }) => [criterion, label]))
  const tried = criteria.filter(({ id }) => labels.has(id))
  const counted = byPoints ? tried.filter(({ points }) => points !== null) : tried
  return { tried: tried.length, derived: derivedOf({ criteria: counted, counting: byPoints ? 'points' : 'groups' }, labels) }
}
