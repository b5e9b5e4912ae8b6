'use client'
import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { LetterBadge } from '@/components/tasks/letter-badge'
import { Badge } from '@/components/ui/badge'
import { Kbd } from '@/components/ui/kbd'
import type { Criterion } from '@/lib/tasks/rubric/criterion'
import type { Form } from '@/lib/tasks/rubric-scoring/form'
import type { Draft } from '@/lib/tasks/rubric-scoring/judgment'
import type { Point } from '@/lib/tasks/rubric-scoring/points'
import { CellFields } from '../cell-fields'
import { CriterionHead } from '../criterion-head'
import { SaidLabel } from '../said-label'
import type { Scoring } from '../use-scoring'

type Said = Draft['labels'][number]

/** One criterion of one response: what each reading says of it and why, and what the verdict says. */
export function PointCard({
  point,
  criterion,
  byPoints,
  letters,
  said,
  form,
  active,
  readOnly,
  language,
  errorAt,
  scoring,
}: {
  point: Point
  criterion: Criterion
  byPoints: boolean
  letters: readonly string[]
  /** In the verdict as it stands. */
  said: Said | undefined
  form: Form
  active: boolean
  readOnly: boolean
  language: string | null
  errorAt: (part?: 'rationale' | 'evidence') => string | undefined
  scoring: Scoring
}) {
  const t = useTranslations('rubric-scoring')
  const cell = { response: point.response, criterion: point.criterion }
  const number = scoring.numberOf.get(point.response) ?? 0
  return (
    <li className={clsx('grid gap-3 rounded-lg border bg-surface p-3', active ? 'border-accent shadow-card' : 'border-line')}>
      <div className="flex flex-wrap items-center gap-2">
        <Badge tone="accent">{t('response', { number })}</Badge>
        {point.agreed && <Badge tone="good">{t('comparison.agreed')}</Badge>}
      </div>
      <CriterionHead {...{ criterion, byPoints, language }} axes={form.axes} />
      <ul className="grid gap-2" aria-label={t('comparison.said')}>
        {point.said.map((one, nth) => {
          const letter = letters[nth] ?? ''
          const taken = Boolean(one && said && one.label === said.label && one.rationale === said.rationale && JSON.stringify(one.evidence) === JSON.stringify(said.evidence))
          return (
            <li key={letter}>
              <button
                type="button"
                disabled={readOnly || !one}
                aria-pressed={taken}
                onClick={() => one && scoring.take(cell, one, point.said)}
                className={clsx('grid w-full grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-3 rounded-md border px-3 py-2 text-start pointer-coarse:min-h-11', taken ? 'border-accent bg-accent-soft/60' : 'border-line', !readOnly && 'hover:border-edge')}
              >
                <LetterBadge letter={letter} />
                <SaidLabel said={one} group={criterion.group} language={language} />
                {active && !readOnly && <Kbd keys={String(nth + 1)} />}
              </button>
            </li>
          )
        })}
      </ul>
      <div className="grid gap-1.5">
        <p className="text-sm font-medium">{t('comparison.verdict')}</p>
        <CellFields {...{ cell, criterion, number, said, form, active, readOnly, language, errorAt, scoring }} named={false} />
      </div>
    </li>
  )
}
