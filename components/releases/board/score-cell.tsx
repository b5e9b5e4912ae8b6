import { MeasureValue } from '@/components/releases/measure-value'
import type { Scored } from '@/lib/tasks/evaluation'

/** A score, or that there is none and why. */
export function ScoreCell({ score, why, notes }: { score: Scored | undefined; why: (score: Scored | undefined) => string | null; notes: ReadonlyMap<string, number> }) {
  const { value = null, low = null, high = null } = score ?? {}
  return <MeasureValue value={value} interval={low !== null && high !== null ? { low, high } : null} why={why(score)} notes={notes} />
}
