'use client'
import { Scale } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { Criterion } from '@/lib/tasks/rubric/criterion'
import { inGroup, wholeWeight } from '@/lib/tasks/rubric/groups'
import { missingWeight } from '@/lib/tasks/rubric/weights'

/** What the weights of proficiency sum to, and the way to bring them to one. */
export function WeightSum({ criteria, error, onNormalise }: { criteria: readonly Criterion[]; error?: string | undefined; onNormalise: (() => void) | null }) {
  const t = useTranslations('rubric-authoring.weights')
  const format = useFormatter()
  const missing = missingWeight(inGroup(criteria, 'main'))
  return (
    <div className="grid gap-1" {...(error ? { 'data-field': 'weights' } : {})}>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm tabular-nums">
        <span className={missing === 0 ? 'text-good' : 'font-medium text-danger'}>{t('sum', { percent: format.number((wholeWeight - missing) / wholeWeight, { style: 'percent', maximumFractionDigits: 2 }) })}</span>
        {onNormalise && missing !== 0 && (
          <Button size="small" icon={<Scale size={15} aria-hidden />} shortcut="n" onClick={onNormalise} {...(error ? { 'aria-invalid': true } : {})}>
            {t('normalise')}
          </Button>
        )}
      </p>
      {error && (
        <p role="alert" className="text-sm font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  )
}
