import { provisionalReward, type RewardSettings } from '@/lib/tasks/rubric/reward'

/** A protocol's form, also one of before forms said what a reward follows by, and one that is still being written. */
export const withReward = <Form extends { reward: RewardSettings }>(form: unknown): Form => ({ reward: provisionalReward, ...(form as Partial<Form>) }) as Form
