import { z } from 'zod'
import { code, named, noTwins, obligation } from '../form-parts'
import { groups } from '../rubric/groups'
import { provisionalReward, rewardSettings } from '../rubric/reward'

/** What a protocol offers to whoever writes a rubric. */
export const formSchema = z.strictObject({
  /** True when no public source states it in full; the interface says so. */
  provisional: z.boolean(),
  /** What a reward for training follows by, where a rubric does not say so itself. */
  reward: rewardSettings.default(provisionalReward),
  /** What a criterion can be a matter of, by group; a group without any asks for none. */
  axes: z.array(z.strictObject({ code, name: named, group: z.enum(groups) })).max(100).refine(noTwins, 'code-twice'),
  /** Why a draft is corrected or rejected. */
  reasons: z.array(z.strictObject({ code, name: named })).max(50).refine(noTwins, 'code-twice'),
  /** Why a criterion is asked, and what guideline or paper says so. */
  rationale: obligation,
  evidence: obligation,
}) // prettier-ignore
export type Form = z.infer<typeof formSchema>
