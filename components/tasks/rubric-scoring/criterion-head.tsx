import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { CriterionSince } from '@/components/tasks/rubric/criterion-since'
import type { NamedAxis } from '@/lib/tasks/named-axes'
import { axisName } from '@/lib/tasks/rubric/axes'
import type { Criterion } from '@/lib/tasks/rubric/criterion'
import { wholeWeight } from '@/lib/tasks/rubric/groups'

/** What a criterion asks, what it counts, and what its author said about it. */
export function CriterionHead({ criterion, byPoints, language, axes = [] }: { criterion: Criterion; byPoints: boolean; language: string | null; axes?: readonly NamedAxis[] | undefined }) {
  const t = useTranslations('rubric-scoring.criterion')
  const format = useFormatter()
  const locale = useLocale()
  const { text, axis, group, weight, points, rationale, evidence } = criterion
  const facts = [
    ...(axis ? [axisName(axis, locale, axes)] : []),
    ...(byPoints ? (points === null ? [] : [t('points', { points })]) : group === 'main' ? [t('weight', { weight: format.number(weight / wholeWeight, { style: 'percent', maximumFractionDigits: 1 }) })] : []),
  ]
  return (
    <div>
      <p dir="auto" lang={language ?? undefined} className="leading-snug whitespace-pre-line [overflow-wrap:anywhere]">
        {text}
      </p>
      {facts.length > 0 && <p className="mt-0.5 text-xs text-ink-faint">{facts.join(' · ')}</p>}
      <CriterionSince since={criterion.since} />
      {(rationale || evidence) && (
        <details className="mt-1 text-sm text-ink-soft">
          <summary className="min-h-6 hover:text-ink">{t('why')}</summary>
          {rationale && <p className="mt-1 whitespace-pre-line">{rationale}</p>}
          {evidence && <p className="mt-1 whitespace-pre-line">{t('source', { evidence })}</p>}
        </details>
      )}
    </div>
  )
}
