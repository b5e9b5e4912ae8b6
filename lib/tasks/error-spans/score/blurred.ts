import type { Coarse, GroupScores, Scored } from '../../evaluation'
import type { GroupMeasures } from './breakdown'
import type { Counts, MeasureName } from './measures'

/** How many items each measure is a share of; the smaller number where it is one of two. */
const dividedBy: Record<MeasureName, (counts: Counts) => number> = {
  'veracity.precision': ({ flagged }) => flagged,
  'veracity.recall': ({ erroneous }) => erroneous,
  'veracity.f1': ({ flagged, erroneous }) => Math.min(flagged, erroneous),
  'veracity.accuracy': ({ tp, fp, fn, tn }) => tp + fp + fn + tn,
  'localisation.precision': ({ flagged }) => flagged,
  'localisation.recall': ({ erroneous }) => erroneous,
  'localisation.f1': ({ flagged, erroneous }) => Math.min(flagged, erroneous),
  overCriticism: ({ fp, tn }) => fp + tn,
}

/**
 * A group's measures as they may be told where labels are hidden, each in steps and only where it stands on enough items; null
 * where nothing is left to tell.
 */
export function blurred(counts: Counts, values: GroupMeasures['values'], { smallest, step }: Coarse): GroupScores | null {
  const measures: Record<string, Scored> = {}
  for (const [name, { value, reason }] of Object.entries(values) as [MeasureName, GroupMeasures['values'][MeasureName]][]) {
    const isTold = value !== null && dividedBy[name](counts) >= smallest
    // Rounded as a whole number of steps, so that 0.15 is 0.15.
    const steps = 1 / step
    measures[name] = {
      value: isTold ? Math.round(value * steps) / steps : null,
      // That nothing in a group is erroneous would be the label of all that is in it.
      reason: isTold ? null : reason === 'chosen-by-label' ? reason : 'too-few',
      low: null,
      high: null,
    }
  }
  if (Object.values(measures).every(({ value }) => value === null)) return null
  return { items: dividedBy['veracity.accuracy'](counts), counts: {}, measures }
}
