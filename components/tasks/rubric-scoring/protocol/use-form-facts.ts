import { useLocale, useTranslations } from 'next-intl'
import type { Fact } from '@/components/protocol/fact-list'
import { useRewardFact } from '@/components/tasks/use-reward-fact'
import { withReward } from '@/components/tasks/with-reward'
import type { Form } from '@/lib/tasks/rubric-scoring/form'

/** What a form of this task says, one line each. */
export function useFormFacts() {
  const t = useTranslations('rubric-scoring.form')
  const locale = useLocale()
  const rewardFact = useRewardFact()
  return (form: unknown): Fact[] => {
    const { provisional, scale, rationale, evidence, showsScores, axes = [], reward } = withReward(form as Form)
    const yes = (is: boolean) => t(is ? 'yes' : 'no')
    return [
      ...(provisional ? [{ key: 'provisional', label: t('provisional'), value: t('yes') }] : []),
      { key: 'partly', label: t('partly'), value: yes(scale.partly) },
      { key: 'notApplicable', label: t('notApplicable'), value: yes(scale.notApplicable) },
      { key: 'rationale', label: t('rationale'), value: t(`obligations.${rationale}`) },
      { key: 'evidence', label: t('evidence'), value: t(`obligations.${evidence}`) },
      { key: 'showsScores', label: t('showsScores'), value: yes(showsScores) },
      ...axes.map(({ code, name }) => ({ key: `axis ${code}`, label: t('axis', { code }), value: name[locale] })),
      rewardFact(reward),
    ]
  }
}
