'use client'
import clsx from 'clsx'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LetterBadge } from '@/components/tasks/letter-badge'
import { Badge } from '@/components/ui/badge'
import { Kbd } from '@/components/ui/kbd'
import type { Criterion } from '@/lib/tasks/rubric/criterion'
import { wholeWeight } from '@/lib/tasks/rubric/groups'
import { axisName } from '@/lib/tasks/rubric/axes'
import type { Form } from '@/lib/tasks/rubric-authoring/form'
import { keepKey } from './comparison-keys'
import { isKeepable, keptAll, leftOut, type Row } from './decisions'

/** One criterion: what each reading has of it, what sets them apart, and which of them the verdict takes. */
export function RowCard({
  row,
  letters,
  form,
  byPoints,
  language,
  decision,
  active,
  readOnly,
  error,
  onAttend,
  onTake,
  onKeep,
}: {
  row: Row
  letters: readonly string[]
  form: Form
  /** Whether the study counts by them; in any other, points are what a draft came with and nobody's. */
  byPoints: boolean
  language: string | null
  decision: string | undefined
  active: boolean
  readOnly: boolean
  error?: string | undefined
  onAttend: () => void
  /** -1: left out. */
  onTake: (nth: number) => void
  /** Every one as a criterion of its own. */
  onKeep: () => void
}) {
  const t = useTranslations('rubric-authoring')
  const group = row.said.find((one) => one !== null)?.group ?? 'main'
  const option = ({ code, mark, words, keys, onChoose }: { code: string; mark: ReactNode; words: ReactNode; keys: string; onChoose: (() => void) | null }) => (
    <li key={code}>
      <button
        type="button"
        disabled={readOnly || !onChoose}
        aria-pressed={decision === code}
        onClick={() => onChoose?.()}
        className={clsx('grid w-full grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-3 rounded-md border px-3 py-2 text-start pointer-coarse:min-h-11', decision === code ? 'border-accent bg-accent-soft/60' : 'border-line', !readOnly && 'enabled:hover:border-edge')}
      >
        {mark}
        {words}
        {active && !readOnly && onChoose && <Kbd keys={keys} />}
      </button>
    </li>
  )
  const soft = (words: string) => <span className="text-ink-soft">{words}</span>
  return (
    <li data-row={row.criterion} tabIndex={-1} onFocus={onAttend} className={clsx('grid gap-2 rounded-lg border bg-surface p-3', active ? 'border-accent shadow-card' : error ? 'border-danger' : 'border-line')}>
      <p className="flex flex-wrap items-center gap-2">
        <Badge>{t(`groups.${group}`)}</Badge>
        {row.agreed ? <Badge tone="good">{t('comparison.agreed')}</Badge> : <span className="text-sm text-ink-soft">{row.differing.map((field) => t(`comparison.differing.${field}`)).join(' · ')}</span>}
      </p>
      <ul className="grid gap-2">
        {row.said.map((said, nth) =>
          option({
            code: letters[nth] ?? '',
            mark: <LetterBadge letter={letters[nth] ?? ''} />,
            words: said ? <SaidCriterion {...{ said, form, byPoints, language }} /> : soft(t('comparison.absent')),
            keys: String(nth + 1),
            onChoose: said && (() => onTake(nth)),
          }),
        )}
        {isKeepable(row) && option({ code: keptAll, mark: <span aria-hidden>+</span>, words: soft(t('comparison.keepAll', { count: row.said.filter(Boolean).length })), keys: keepKey, onChoose: onKeep })}
        {!row.agreed && option({ code: leftOut, mark: <span aria-hidden>–</span>, words: soft(t('comparison.leaveOut')), keys: '0', onChoose: () => onTake(-1) })}
      </ul>
      {error && (
        <p role="alert" className="text-sm font-medium text-danger">
          {error}
        </p>
      )}
    </li>
  )
}

function SaidCriterion({ said, form, byPoints, language }: { said: Criterion; form: Form; byPoints: boolean; language: string | null }) {
  const t = useTranslations('rubric-authoring')
  const locale = useLocale()
  const format = useFormatter()
  const { text, group, axis, weight, points, rationale, evidence } = said
  return (
    <span className="grid gap-0.5">
      <span dir="auto" lang={language ?? undefined} className="[overflow-wrap:anywhere]">
        {text}
      </span>
      <span className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
        {byPoints ? points !== null && <span>{t('criterion.points', { points })}</span> : group === 'main' && <span className="tabular-nums">{format.number(weight / wholeWeight, { style: 'percent', maximumFractionDigits: 2 })}</span>}
        {axis !== '' && <span>{axisName(axis, locale, form.axes)}</span>}
        {evidence !== '' && <span className="[overflow-wrap:anywhere]">{evidence}</span>}
      </span>
      {rationale !== '' && <span className="text-sm text-ink-soft [overflow-wrap:anywhere]">{rationale}</span>}
    </span>
  )
}
