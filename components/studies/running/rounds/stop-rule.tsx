import { useFormatter, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { AnotherRound, StopRule } from '@/lib/tasks/draft-review'

/** Whether drafting may stop, and the rule that says so. */
export function StopRuleNotice({ rule, due }: { rule: StopRule; due: AnotherRound | null }) {
  const t = useTranslations('running.rounds')
  const format = useFormatter()
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 2 })
  return (
    <Notice tone={due === null ? 'good' : 'neutral'} title={due === null ? t('mayStop') : t(`due.${due}`)}>
      <p className="text-sm text-ink-soft">
        {t('rule', { rounds: rule.rounds, reviewed: rule.leastReviewed, change: percent(rule.mostChange), confidence: percent(rule.confidence), rate: percent(rule.leastPassRate) })}
      </p>
    </Notice>
  )
}
