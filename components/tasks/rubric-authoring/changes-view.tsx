'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { CriterionSince } from '@/components/tasks/rubric/criterion-since'
import { Badge } from '@/components/ui/badge'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { Criterion } from '@/lib/tasks/rubric/criterion'
import { rubricDiff } from '@/lib/tasks/rubric-authoring/diff-rubrics'

/** A version to compare with. `saved`: the person's own work as it stood at that time; `verdict`: one that stood before. */
export type Earlier = ({ kind: 'draft' | 'opened' } | { kind: 'saved'; version: number; at: string } | { kind: 'verdict'; version: number }) & { criteria: readonly Criterion[] }

const keyOf = (one: Earlier): string => ('version' in one ? `${one.kind} ${one.version}` : one.kind)
const tones = { added: 'good', removed: 'danger', changed: 'warn', kept: 'neutral' } as const

/** What became of an earlier rubric: criterion by criterion, the old words beside the new. */
export function ChangesView({ earlier, now, byPoints }: { earlier: readonly Earlier[]; now: readonly Criterion[]; byPoints: boolean }) {
  const t = useTranslations('rubric-authoring.changes')
  const format = useFormatter()
  const [chosen, setChosen] = useState('')
  const base = earlier.find((one) => keyOf(one) === chosen) ?? earlier[0]
  if (!base) return <p className="text-ink-soft">{t('nothingEarlier')}</p>
  const nameOf = (one: Earlier) =>
    one.kind === 'saved'
      ? t('base.saved', { at: format.dateTime(new Date(one.at), { dateStyle: 'medium', timeStyle: 'medium' }) })
      : one.kind === 'verdict'
        ? t('base.verdict', { version: one.version })
        : t(`base.${one.kind}`)
  const all = rubricDiff(base.criteria, now, byPoints)
  const told = all.filter(({ kind }) => kind !== 'kept')
  return (
    <div className="grid gap-4">
      {earlier.length > 1 && (
        <Field label={t('against')} className="max-w-sm">
          {(wires) => <Select {...wires} value={keyOf(base)} onChange={(event) => setChosen(event.target.value)} options={earlier.map((one) => ({ value: keyOf(one), label: nameOf(one) }))} />}
        </Field>
      )}
      <p className="text-sm text-ink-soft" role="status">
        {t('count', { count: told.length, kept: all.length - told.length })}
      </p>
      <ol className="grid gap-3">
        {told.map((change) => {
          const { id, since } = change.kind === 'removed' ? change.before : change.after
          return (
            <li key={`${change.kind} ${id}`} className="grid gap-1.5 border-s-3 border-line ps-3">
              <p className="flex flex-wrap items-center gap-2">
                <Badge tone={tones[change.kind]}>{t(`kind.${change.kind}`)}</Badge>
                {'fields' in change && <span className="text-sm text-ink-soft">{change.fields.map((field) => t(`fields.${field}`)).join(' · ')}</span>}
              </p>
              {change.kind !== 'added' && (change.kind === 'removed' || change.before.text !== change.after.text) && (
                <p dir="auto" className="text-ink-soft line-through [overflow-wrap:anywhere]">
                  <del>{change.before.text}</del>
                </p>
              )}
              {change.kind !== 'removed' && (
                <p dir="auto" className="[overflow-wrap:anywhere]">
                  {change.after.text}
                </p>
              )}
              <CriterionSince since={since} />
            </li>
          )
        })}
      </ol>
    </div>
  )
}
