/** What was done against leaks between splits and what was found: `leakage.json` as it stands, `leakage.md` for people. */
import type { NearDuplicatePair } from './near-duplicate-pair'
import type { ClusterConflict, SplitName } from './split-rule'

export type PlacedPair = NearDuplicatePair & { splits: [SplitName, SplitName] }

/** A text of this version and one that an earlier version had: `gone` in `goneFrom`. */
export type GonePair = { id: string; split: SplitName; gone: string; goneFrom: SplitName; similarity: number }

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
  /** What earlier versions held and this one does not, against what this one holds; absent in releases from before it was looked at. */
  gone?: { texts: number; pairs: GonePair[]; dismissed: GonePair[] }
  conflicts: ClusterConflict[]
}
