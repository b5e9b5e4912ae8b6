/** A release that is worked out but not written: which items, where, and what is to be said of them. */
import type { ChainHead } from './audit-links'
import type { Candidate } from './candidate'
import type { Bump, ChangeLog, Tombstone } from './change-log'
import type { LeftOut } from './choice'
import type { NearDuplicates } from './near-duplicate-pair'
import type { SplitName, SplitResult } from './split-rule'

export type Composition = {
  /** The study's protocols' forms by number, which records are made with. */
  forms: ReadonlyMap<number, unknown>
  kept: readonly Candidate[]
  leftOut: readonly LeftOut[]
  division: SplitResult
  /** By id: those that must stay together have one name. */
  clusterOf: ReadonlyMap<string, string>
  /** Pairs that somebody found to be no duplicates are apart from the others. */
  nearDuplicates: NearDuplicates
  /** What earlier versions held and this one does not, and in which split; pairs may name it. */
  gone: ReadonlyMap<string, SplitName>
  /** `kept`: the whole reason, as it is put down for the study's admins; `reason` is what may be told. */
  tombstones: readonly (Tombstone & { itemId: string; cluster: string; kept: string })[]
  /** Ids that an earlier version had in a hidden split and that are left out. */
  goneFromHidden: ReadonlySet<string>
  previous: { id: string; version: string; manifestSha256: string; audit: ChainHead } | null
  changes: ChangeLog | null
  bump: Bump | null
  version: string
}

/** Which split an item of the composition is in. */
export function splitIn({ division }: Composition, id: string): SplitName {
  const split = division.splitOf.get(id)
  if (split === undefined) throw new Error(`${id} has no split`)
  return split
}
