/** Two texts that are nearly the same; `a` < `b` by code unit. `similarity`: exact Jaccard index of their shingles. */
export type NearDuplicatePair = { a: string; b: string; similarity: number }

export type NearDuplicateOptions = {
  /** Least similarity reported, above 0 and at most 1. */
  threshold: number
  /** Characters (code points) a shingle has. */
  shingleLength: number
  /** Of the hash functions; the same seed finds the same pairs. */
  seed: number
}

export type NearDuplicates = {
  pairs: NearDuplicatePair[]
  texts: number
  /** Pairs whose similarity was computed exactly. */
  compared: number
  /** Buckets so full that only neighbours in them were compared: above 0, pairs may have been missed. */
  crowded: number
  /** Chance with which a pair at the threshold is found; greater for all pairs above it. */
  recall: number
}
