import type { ClusterConflict } from './split-rule'

/** What a rule of composition says of items: which stay, and for each that does not, why. Nothing leaves without a reason. */
/** `no-longer-chosen`: all that is told of an item that stood in a hidden split, where the reason would tell its label. */
export const leftOutReasons = [
  'no-verdict',
  'unusable',
  'filtered',
  'excluded',
  'withdrawn',
  'unknown-licence',
  'class-balance',
  'too-easy',
  'straddles',
  'no-longer-chosen',
] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

export type LeftOut = {
  id: string
  reason: LeftOutReason
  /** What a person wrote about it; null where the rule says all. */
  note: string | null
}

/** New members of clusters that stood in several splits. */
export const straddling = (conflicts: readonly Pick<ClusterConflict, 'added'>[]): LeftOut[] => conflicts.flatMap(({ added }) => added).map((id) => ({ id, reason: 'straddles', note: null }))

/**
 * An item's going may tell its label (what every system gets right, what there is too much of, a person's note). Of what left a hidden
 * split it is told only that it was withdrawn.
 */
export const mayTellWhy = ({ id, reason }: Pick<LeftOut, 'id' | 'reason'>, goneFromHidden: ReadonlySet<string>): boolean =>
  reason === 'withdrawn' || !goneFromHidden.has(id)

export type Choice<Item> = { kept: Item[]; leftOut: LeftOut[] }
