'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { SegmentedControl } from '@/components/ui/segmented-control'
import type { Criterion } from '@/lib/tasks/rubric/criterion'
import { rubricDiff } from '@/lib/tasks/rubric-authoring/diff-rubrics'

export type Earlier = { name: 'draft' | 'opened' | 'previous'; criteria: readonly Criterion[] }

const tones = { added: 'good', removed: 'danger', changed: 'warn', kept: 'neutral' } as const

/** What became of an earlier rubric: criterion by criterion, the old words beside the new. */
export function ChangesView({ earlier, now }: { earlier: readonly Earlier[]; now: readonly Criterion[] }) {
  const t = useTranslations('rubric-authoring.changes')
  const [name, setName] = useState<Earlier['name'] | null>(null)
  const base = earlier.find((one) => one.name === name) ?? earlier[0]
  if (!base) return <p className="text-ink-soft">{t('nothingEarlier')}</p>
  const all = rubricDiff(base.criteria, now)
  const told = all.filter(({ kind }) => kind !== 'kept')
  return (
    <div className="grid gap-4">
      {earlier.length > 1 && <SegmentedControl size="small" label={t('against')} value={base.name} onChange={setName} options={earlier.map((one) => ({ value: one.name, label: t(`base.${one.name}`) }))} />}
      <p className="text-sm text-ink-soft" role="status">
        {t('count', { count: told.length, kept: all.length - told.length })}
      </p>
      <ol className="grid gap-3">
        {told.map((change) => {
          const id = change.kind === 'removed' ? change.before.id : change.after.id
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
            </li>
          )
        })}
      </ol>
    </div>
  )
}
