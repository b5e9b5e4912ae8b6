import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { CriterionSince } from '@/components/tasks/rubric/criterion-since'
import type { NamedAxis } from '@/lib/tasks/named-axes'
import { axisName } from '@/lib/tasks/rubric/axes'
import type { Criterion } from '@/lib/tasks/rubric/criterion'
import { groups, inGroup, wholeWeight } from '@/lib/tasks/rubric/groups'

/** A rubric to read, group by group. `counting` unsaid: it is not known which of weights and points count, and both are shown. */
export function RubricList({ criteria, counting, axes = [], language }: { criteria: readonly Criterion[]; counting: 'points' | 'groups' | undefined; axes?: readonly NamedAxis[] | undefined; language: string | null }) {
  const t = useTranslations('rubric-authoring')
  const format = useFormatter()
  const locale = useLocale()
  return (
    <div className="grid gap-4">
      {groups.map((group) => {
        const own = inGroup(criteria, group)
        return (
          own.length > 0 && (
            <section key={group} className="grid gap-2">
              <h4 className="text-sm font-medium text-ink-soft">{t(`groups.${group}`)}</h4>
              <ol className="grid list-decimal gap-2 ps-5">
                {own.map(({ id, text, axis, weight, points, rationale, evidence, since }) => (
                  <li key={id}>
                    <p dir="auto" lang={language ?? undefined} className="[overflow-wrap:anywhere]">
                      {text}
                    </p>
                    <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
                      {points !== null && counting !== 'groups' && <span>{t('criterion.points', { points })}</span>}
                      {counting !== 'points' && group === 'main' && <span className="tabular-nums">{format.number(weight / wholeWeight, { style: 'percent', maximumFractionDigits: 2 })}</span>}
                      {axis !== '' && <span>{axisName(axis, locale, axes)}</span>}
                      {evidence !== '' && <span className="[overflow-wrap:anywhere]">{evidence}</span>}
                    </p>
                    <CriterionSince since={since} />
                    {rationale !== '' && <p className="text-sm whitespace-pre-wrap text-ink-soft">{rationale}</p>}
                  </li>
                ))}
              </ol>
            </section>
          )
        )
      })}
    </div>
  )
}
