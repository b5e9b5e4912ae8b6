import { provisionalReward, type RewardSettings } from '@/lib/tasks/rubric/reward'

/** A protocol's form, also one of before forms said what a reward follows by, and one that is still being written. */
export const withReward = <Form extends { reward: RewardSettings }>(form: Form): Form => ({ ...form, reward: (form as Partial<Form>).reward ?? provisionalReward })
