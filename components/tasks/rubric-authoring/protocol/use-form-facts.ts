import { useLocale, useTranslations } from 'next-intl'
import type { Fact } from '@/components/protocol/fact-list'
import { useRewardFact } from '@/components/tasks/use-reward-fact'
import { withReward } from '@/components/tasks/with-reward'
import { groups } from '@/lib/tasks/rubric/groups'
import type { Form } from '@/lib/tasks/rubric-authoring/form'

/** What a form of this task says, one line each. */
export function useFormFacts() {
  const t = useTranslations('rubric-authoring')
  const locale = useLocale()
  const rewardFact = useRewardFact()
  return (form: unknown): Fact[] => {
    const { provisional, axes, reasons, rationale, evidence, reward } = withReward(form as Form)
    return [
      ...(provisional ? [{ key: 'provisional', label: t('form.provisional'), value: t('form.yes') }] : []),
      ...groups.map((group) => ({ key: group, label: t('form.axesOf', { group: t(`groups.${group}`) }), value: axes.filter((one) => one.group === group).map(({ name }) => name[locale]).join('\n') || '–' })),
      { key: 'reasons', label: t('form.reasons'), value: reasons.map(({ name }) => name[locale]).join('\n') || '–' },
      { key: 'rationale', label: t('form.rationale'), value: t(`form.obligations.${rationale}`) },
      { key: 'evidence', label: t('form.evidence'), value: t(`form.obligations.${evidence}`) },
      rewardFact(reward),
    ]
  }
} // prettier-ignore
