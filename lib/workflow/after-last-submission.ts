import type { StageEvent } from './moves'
import type { AdjudicationPolicy } from './stage'

/**
 * What follows when the last seat of an item has been submitted.
 * | policy          | readings agree          | readings differ            |
 * | on-disagreement | closed, merged verdict  | to the bench               |
 * | always          | to the bench            | to the bench               |
 * | never           | closed, merged verdict  | closed, undecided          |
 * An undecided item has no verdict: it is listed as such and is in no download of verdicts. An admin can still re-open it
 * for the bench. A single reading (k = 1) always agrees with itself.
 */
export function afterLastSubmission(
  policy: AdjudicationPolicy,
  { disputed }: { disputed: boolean },
): { event: Extract<StageEvent, 'agreed' | 'sent-to-bench' | 'left-undecided'>; verdict: 'merged' | null } {
  if (policy === 'always') return { event: 'sent-to-bench', verdict: null }
  if (!disputed) return { event: 'agreed', verdict: 'merged' }
  return { event: policy === 'never' ? 'left-undecided' : 'sent-to-bench', verdict: null }
}
