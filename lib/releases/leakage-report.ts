/** What was done against leaks between splits and what was found: `leakage.json` as it stands, `leakage.md` for people. */
import type { NearDuplicatePair } from './near-duplicate-pair'
import type { ClusterConflict, SplitName } from './split-rule'

export type PlacedPair = NearDuplicatePair & { splits: [SplitName, SplitName] }

export type LeakageReport = {
  items: number
  /** Groups with more than one item. */
  groups: number
  clusters: number
  largestCluster: number
  nearDuplicates: {
    threshold: number
    shingleLength: number
    seed: number
    texts: number
    compared: number
    crowded: number
    /** Not in releases that were frozen before it was counted; as the next. */
    passedOver?: number
    exhausted?: number
    recall: number
    /** Reviewable, most similar first. */
    pairs: PlacedPair[]
    /** As near as those, and judged to be no duplicates: nothing kept them in one split. */
    dismissed?: PlacedPair[]
  }
  conflicts: ClusterConflict[]
}
