/** Two texts that are nearly the same; `a` < `b` by code unit. `similarity`: exact Jaccard index of their shingles. */
export type NearDuplicatePair = { a: string; b: string; similarity: number }

export type NearDuplicateOptions = {
  /** Least similarity reported, above 0 and at most 1. */
  threshold: number
  /** Characters (code points) a shingle has. */
  shingleLength: number
  /** Of the hash functions; the same seed finds the same pairs. */
  seed: number
  /** Pairs that somebody looked at and found to be none: they hold nothing together and are reported apart. */
  notDuplicates?: readonly { a: string; b: string }[]
}

export type NearDuplicates = {
  pairs: NearDuplicatePair[]
  /** At or above the threshold, and not held together, because somebody found them to be none. */
  dismissed: NearDuplicatePair[]
  texts: number
  /** Texts that are not here any more and were held against those that are. */
  gone: number
  /** Pairs whose shingles were compared. */
  compared: number
  /** Buckets so full that only neighbours in them were compared, and that are not one cluster: above 0, pairs may have been missed. */
  crowded: number
  /** Texts that stand in so many pairs that others within their own cluster are not listed. */
  passedOver: number
  /** Texts that came close to so many others in vain that they were compared no further: above 0, pairs may have been missed. */
  exhausted: number
  /** Chance with which a pair at the threshold is found; greater for all pairs above it. */
  recall: number
}
