/**
 * What a release says of its own blinding. Computed elsewhere from the audit trail; here only its shape, so that the manifest,
 * the card and the verifier read the same.
 */
import { z } from 'zod'

const count = z.int().min(0)

export const blindingStatement = z.strictObject({
  /** The sentence that was checked. */
  claim: z.string().min(1),
  /** Positions in the audit chain, both included, between which every event was looked at. */
  from: count,
  to: count,
  checked: z.strictObject({ readings: count, items: count, readers: count }),
  /** Whatever does not bear the claim out; empty when nothing was found. Never names a person. */
  exceptions: z.array(
    z.strictObject({
      kind: z.string().min(1),
      count,
      /** Items by their own ids; may be shorter than `count` says. */
      items: z.array(z.string()),
      sentence: z.string().min(1),
    }),
  ),
})
export type BlindingStatement = z.output<typeof blindingStatement>
