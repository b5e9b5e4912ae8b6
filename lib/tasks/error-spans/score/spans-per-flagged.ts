import { ratioOf } from '@/lib/stats/estimate'
import type { Measured } from './measures'
import type { Outcome } from './outcomes'

/**
 * How many places are named in a text that is flagged, on average over those of which there is a prediction. A text counts as localised
 * however many other places are named beside the right ones, so this stands beside the measures: naming everything is seen here.
 */
export const spansPerFlagged = (places: number, flagged: number): Measured => ratioOf(places, flagged, 'nothing-flagged')

export function spansPerFlaggedIn(outcomes: Iterable<Outcome>): Measured {
  let [places, flagged] = [0, 0]
  for (const { predictedSpans, flagged: isFlagged, missing } of outcomes) {
    if (!isFlagged || missing) continue
    flagged += 1
    places += predictedSpans.length
  }
  return spansPerFlagged(places, flagged)
}
