/** How a release is divided. Data: stored with the release, so that the next version can be divided by the same rule. */
import { z } from 'zod'

/** From the least to the most protected: a model may see train, tunes on validation, and must never have seen test. */
export const splitNames = ['train', 'validation', 'test'] as const
export type SplitName = (typeof splitNames)[number]

const share = z.number().min(0).max(1_000_000)

export const splitRule = z
  .strictObject({
    /** Random, stored with the release: whoever could guess it could tell from an item's split what its label may be. */
    salt: z.string().min(16).max(200),
    /** Parts of the whole in any unit: 8/1/1 and 80/10/10 are one rule; test only is 0/0/1. */
    ratios: z.strictObject({ train: share, validation: share, test: share }),
    /** Names of the strata that every split should have in the same proportions. */
    stratifyBy: z.array(z.string().min(1)).max(20),
  })
  .refine(({ ratios }) => splitNames.some((name) => ratios[name] > 0), {
    path: ['ratios'],
    message: 'key:required',
  })
export type SplitRule = z.output<typeof splitRule>

export type SplitItem = {
  id: string
  /** Siblings: same patient, conversation or source document. */
  group: string | null
  /** Values by stratum; a list counts once for each value, `null` and a missing name are the stratum "none". */
  strata: Readonly<Record<string, string | readonly string[] | null>>
}

/** An item of the release before, whether or not it is still there: its siblings go where it went. */
export type EarlierItem = { id: string; group: string | null; split: SplitName }

/**
 * Wanted (the ratio's part of the stratum, a fraction) against what the clusters allowed. `field` null: all items. A null
 * split is hidden and the row is of labels: then `wanted` is the part of what the open splits have.
 */
export type AchievedRow = {
  field: string | null
  value: string | null
  splits: Record<SplitName, { wanted: number; got: number } | null>
}

/** Near-duplicates or siblings that earlier releases had already put into different splits. */
export type ClusterConflict = {
  /** By split, what the cluster had there before; sorted. */
  earlier: { id: string; split: SplitName }[]
  /** Its new members, which stay out: in any split they would be another's twins. Sorted. */
  added: string[]
  /** In releases from before they stayed out: where they went. */
  split?: SplitName
}

export type SplitResult = {
  /** Of every item but those that stay out. */
  splitOf: Map<string, SplitName>
  achieved: AchievedRow[]
  /** Every set of items that had to stay together, and the size of the largest. */
  /** Of what is placed. */
  clusters: number
  largestCluster: number
  conflicts: ClusterConflict[]
}
