import { useFormatter, useTranslations } from 'next-intl'
import type { Fact } from '@/components/protocol/fact-list'
import type { RewardSettings } from '@/lib/tasks/rubric/reward'
import { isProvisionalReward } from './is-provisional-reward'

/** The settings of the reward as one line of a form that is read. */
export function useRewardFact() {
  const t = useTranslations('protocol.reward')
  const format = useFormatter()
  const number = (value: number) => format.number(value, { maximumFractionDigits: 6 })
  return (reward: RewardSettings): Fact => {
    const value = t('values', { alpha: number(reward.alpha), beta: number(reward.beta), lambda: number(reward.lambda) })
    return { key: 'reward', label: t('title'), value: isProvisionalReward(reward) ? t('stillProvisional', { value }) : value }
  }
}
