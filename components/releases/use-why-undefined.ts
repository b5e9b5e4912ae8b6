import { useTranslations } from 'next-intl'
import type { AgreementReason } from '@/lib/releases/agreement-reasons'
import { coarseGroups } from '@/lib/workflow/submission-limits'

/** Why an agreement has no value, in words. What was computed before reasons had codes holds an English sentence, which is told as it is. */
export function useWhyUndefined(): (reason: string | null) => string | null {
  const t = useTranslations('releases.facts.whyUndefined')
  return (reason) => (reason !== null && t.has(reason as AgreementReason) ? t(reason as AgreementReason, { smallest: coarseGroups.smallest }) : reason)
}
