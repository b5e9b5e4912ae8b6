'use client'
import clsx from 'clsx'
import { Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import type { NamedPoint } from './compared'
import { none, type Choice } from './decisions'
import { PointOption } from './point-option'
import { SpanGist, type Wording } from './span-gist'

export type PointVerbs = {
  attend: (pointId: string) => void
  take: (pointId: string, letter: string) => void
  /** Opens the span of the verdict in the editor. */
  edit: (spanId: string) => void
}

/** One place where readings differ, or agree: what each says there, and what the verdict takes. */
export const PointCard = memo(function PointCard({
  point,
  number,
  letters,
  choice,
  active,
  error,
  readOnly,
  wording,
  verbs,
}: {
  point: NamedPoint
  number: number
  letters: readonly string[]
  choice: Choice
  active: boolean
  error: string | undefined
  readOnly: boolean
  wording: Wording
  verbs: PointVerbs
}) {
  const t = useTranslations('comparison.point')
  const missing = letters.filter((_, nth) => !point.spans[nth])
  const chosen = choice.kind === 'taken' ? choice.letter : choice.kind === 'none' ? none : choice.kind === 'undecided' ? null : choice.kind
  const reasons = point.reasons.map((reason) => t(`reasons.${reason}`, { letters: missing.join(', ') }))
  const status =
    choice.kind === 'taken' ? t(choice.edited ? 'status.takenEdited' : 'status.taken', { letter: choice.letter }) : t(`status.${choice.kind}`)
  const option = (value: string) => ({ name: `point ${point.id}`, value, checked: chosen === value, readOnly, onChoose: () => verbs.take(point.id, value) })
  return (
    <li
      data-point={point.id}
      aria-current={active || undefined}
      onFocus={() => verbs.attend(point.id)}
      className={clsx('rounded-lg border bg-surface p-3', active ? 'border-accent shadow-card' : error ? 'border-danger' : 'border-line')}
    >
      <fieldset aria-invalid={error ? true : undefined} aria-describedby={error ? `${point.id}-error` : undefined} className="min-w-0">
        <legend className="sr-only">{t('legend', { number, reasons: reasons.join(', ') || t('agreed') })}</legend>
        <div className="mb-2 flex flex-wrap items-center gap-x-2 gap-y-1">
          <button type="button" onClick={() => verbs.attend(point.id)} data-point-head className="min-h-7 rounded-sm text-start font-medium pointer-coarse:min-h-11">
            {t('title', { number })}
            <span className="sr-only"> {status}</span>
          </button>
          {reasons.map((reason) => (
            <span key={reason} className="text-sm text-ink-soft">
              · {reason}
            </span>
          ))}
          <Badge tone={choice.kind === 'undecided' ? 'warn' : 'neutral'} className="ms-auto">
            {status}
          </Badge>
          {!readOnly && 'span' in choice && (
            <Button size="small" variant="plain" icon={<Pencil size={14} aria-hidden />} {...(active ? { shortcut: 'w' } : {})} onClick={() => verbs.edit(choice.span.id)}>
              {t('edit')}
            </Button>
          )}
        </div>
        <div className="mb-2 grid gap-2 @xl:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]">
          {point.spans.map(
            (span, nth) =>
              span && (
                <PointOption key={letters[nth]} {...option(letters[nth]!)} letter={letters[nth]!} shortcut={active ? String(nth + 1) : undefined}>
                  <SpanGist span={span} {...wording} />
                </PointOption>
              ),
          )}
        </div>
        <PointOption {...option(none)} shortcut={active ? '0' : undefined}>
          <span className="me-2 font-medium">{t('none')}</span>
          {missing.length > 0 && <span className="text-sm text-ink-soft">{t('asSaid', { letters: missing.join(', ') })}</span>}
        </PointOption>
        {'span' in choice && (choice.kind === 'own' || choice.edited) && (
          <div className="mt-2 rounded-md bg-accent-soft px-3 py-2">
            <p className="mb-1 text-sm text-ink-soft">{t(choice.kind === 'own' ? 'ownWords' : 'afterEdit')}</p>
            <SpanGist span={choice.span} {...wording} />
          </div>
        )}
        {error && (
          <p id={`${point.id}-error`} role="alert" className="mt-2 text-sm font-medium text-danger">
            {error}
          </p>
        )}
      </fieldset>
    </li>
  )
})
