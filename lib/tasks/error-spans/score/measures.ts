import { ratioOf, type Estimate } from '@/lib/stats/estimate'
import type { Outcome } from './outcomes'

/** Numbers of items; the positive class is a text with an error. `missing` ones are among the wrong. */
export type Counts = {
  tp: number
  fp: number
  fn: number
  tn: number
  flagged: number
  erroneous: number
  localised: number
  missing: number
}

export const countNames = ['tp', 'fp', 'fn', 'tn', 'flagged', 'erroneous', 'localised', 'missing'] as const satisfies (keyof Counts)[]

export type Undefined = 'nothing-flagged' | 'nothing-erroneous' | 'nothing-correct' | 'no-items'
export type Measured = Estimate<Undefined>

/**
 * The measures of error spans, each in [0, 1], each of counts alone. Veracity: precision TP/(TP+FP), recall TP/(TP+FN),
 * F1 2TP/(2TP+FP+FN), accuracy (TP+TN)/N. Localisation, with L = localised, F = flagged and E = erroneous items: L/F, L/E,
 * 2L/(F+E). Over-criticism: FP/(FP+TN).
 * Source: MedFact (arXiv 2509.12440), section on evaluation metrics.
 */
export const measures = {
  'veracity.precision': ({ tp, fp }) => ratioOf(tp, tp + fp, 'nothing-flagged'),
  'veracity.recall': ({ tp, fn }) => ratioOf(tp, tp + fn, 'nothing-erroneous'),
  'veracity.f1': ({ tp, fp, fn }) => ratioOf(2 * tp, 2 * tp + fp + fn, 'nothing-erroneous'),
  'veracity.accuracy': ({ tp, fp, fn, tn }) => ratioOf(tp + tn, tp + fp + fn + tn, 'no-items'),
  'localisation.precision': ({ localised, flagged }) => ratioOf(localised, flagged, 'nothing-flagged'),
  'localisation.recall': ({ localised, erroneous }) => ratioOf(localised, erroneous, 'nothing-erroneous'),
  'localisation.f1': ({ localised, flagged, erroneous }) =>
    ratioOf(2 * localised, flagged + erroneous, 'nothing-erroneous'),
  overCriticism: ({ fp, tn }) => ratioOf(fp, fp + tn, 'nothing-correct'),
} as const satisfies Record<string, (counts: Counts) => Measured>

export type MeasureName = keyof typeof measures
export const measureNames = Object.keys(measures) as MeasureName[]

export type Measures = { counts: Counts; values: Record<MeasureName, Measured> }

export function measuresOf(outcomes: Iterable<Outcome>): Measures {
  const counts = countsOf(outcomes)
  return { counts, values: valuesOf(counts) }
}

export const valuesOf = (counts: Counts): Record<MeasureName, Measured> =>
  Object.fromEntries(measureNames.map((name) => [name, measures[name](counts)])) as Record<MeasureName, Measured>

export function countsOf(outcomes: Iterable<Outcome>): Counts {
  const counts: Counts = { tp: 0, fp: 0, fn: 0, tn: 0, flagged: 0, erroneous: 0, localised: 0, missing: 0 }
  for (const { erroneous, flagged, localised, missing } of outcomes) {
    counts[erroneous ? (flagged ? 'tp' : 'fn') : flagged ? 'fp' : 'tn'] += 1
    if (flagged) counts.flagged += 1
    if (erroneous) counts.erroneous += 1
    if (localised) counts.localised += 1
    if (missing) counts.missing += 1
  }
  return counts
}
