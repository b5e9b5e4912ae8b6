import { provisionalReward, type RewardSettings } from '@/lib/tasks/rubric/reward'

export const isProvisionalReward = ({ alpha, beta, lambda }: RewardSettings): boolean =>
  alpha === provisionalReward.alpha && beta === provisionalReward.beta && lambda === provisionalReward.lambda
