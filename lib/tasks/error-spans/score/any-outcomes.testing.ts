import fc from 'fast-check'
import type { Outcome } from './outcomes'

/** Outcomes of a small test set, ids 0, 1, 2…: any flag on any truth, localised or not. */
export const anyOutcomes = (size: { minLength?: number; maxLength?: number } = { maxLength: 40 }) =>
  fc
    .array(
      fc.record({ erroneous: fc.boolean(), flagged: fc.boolean(), place: fc.boolean(), missing: fc.boolean() }),
      size,
    )
    .map((items) =>
      items.map(({ erroneous, flagged, place, missing }, nth): Outcome => ({
        id: String(nth),
        erroneous,
        flagged,
        localised: erroneous && flagged && place && !missing,
        missing,
        goldSpans: [],
        predictedSpans: [],
        pairs: [],
        unjudged: [],
        facets: {},
      })),
    )
