'use client'
import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Checkbox } from '@/components/ui/checkbox'
import { SegmentedControl } from '@/components/ui/segmented-control'
import type { Form } from '@/lib/tasks/rubric-authoring/form'
import type { Draft, Review } from '@/lib/tasks/rubric-authoring/judgment'

const choices = [['pass', 'p'], ['correct', 'c'], ['reject', 'r']] as const // prettier-ignore

/** What is said of the model's draft as a whole, and why it was not passed. */
export function ReviewBar({
  draft,
  form,
  readOnly,
  keyed,
  errorAt,
  onReview,
  onReason,
}: {
  draft: Pick<Draft, 'review' | 'reasons'>
  form: Form
  readOnly: boolean
  /** Whether its keys are bound here. */
  keyed: boolean
  errorAt: (path: string) => string | undefined
  onReview: (review: Review) => void
  onReason: (code: string, on: boolean) => void
}) {
  const t = useTranslations('rubric-authoring')
  const locale = useLocale()
  const { review, reasons } = draft
  const wrong = errorAt('reasons')
  return (
    <div className="grid gap-3 rounded-lg border border-line bg-surface p-3">
      <SegmentedControl
        label={t('review.label')}
        value={review}
        onChange={onReview}
        error={errorAt('review')}
        options={choices.map(([value, key]) => ({ value, label: t(`review.${value}`), ...(keyed ? { shortcut: key } : {}), disabled: readOnly }))}
      />
      {(review === 'correct' || review === 'reject') && form.reasons.length > 0 && (
        <fieldset className="min-w-0" aria-invalid={wrong ? true : undefined} aria-describedby={wrong ? 'review-reasons-error' : undefined} disabled={readOnly}>
          <legend className="mb-1.5 flex flex-wrap items-center gap-2 text-sm font-medium">
            {t('review.reasons')}
            {form.provisional && <Badge tone="warn">{t('provisional')}</Badge>}
          </legend>
          <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
            {form.reasons.map(({ code, name }) => (
              <Checkbox key={code} label={name[locale]} checked={reasons.includes(code)} onChange={(event) => onReason(code, event.target.checked)} />
            ))}
          </div>
          {wrong && (
            <p id="review-reasons-error" role="alert" className="mt-1.5 text-sm font-medium text-danger">
              {wrong}
            </p>
          )}
        </fieldset>
      )}
    </div>
  )
}
