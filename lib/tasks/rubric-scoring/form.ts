import { z } from 'zod'
import { code, named, noTwins, obligation } from '../form-parts'
import { provisionalReward, rewardSettings } from '../rubric/reward'

/** What a protocol asks of a reader for every criterion of every response. */
export const formSchema = z.strictObject({
  /** True when no public source states it in full; the interface says so. */
  provisional: z.boolean(),
  /** What a reward for training follows by, where a rubric does not say so itself. */
  reward: rewardSettings.default(provisionalReward),
  /** What the axes that criteria name by their codes are called, where it is not as in the public sets. */
  axes: z.array(z.strictObject({ code, name: named })).max(100).refine(noTwins, 'code-twice').exactOptional(),
  scale: z.strictObject({ partly: z.boolean(), notApplicable: z.boolean() }),
  /** For labels other than "violated", which always owes its reason. */
  rationale: obligation,
  /** Whether "violated" owes the words that it rests on; a veto that something is missing has none. */
  evidence: z.enum(['required', 'optional']),
  /** Whether a reader sees the scores that follow from their labels. */
  showsScores: z.boolean(),
})
export type Form = z.infer<typeof formSchema>
