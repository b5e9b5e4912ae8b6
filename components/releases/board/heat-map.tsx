'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Select } from '@/components/ui/select'
import { Field } from '@/components/ui/field'
import type { BoardShown } from './board-shown'
import { useContestantName } from './contestant-name'

const shown = ['localisation.recall', 'veracity.recall', 'localisation.f1', 'veracity.f1'] as const

/** Contestants by the groups of one facet (error type, specialty, a tag): a table whose cells are coloured by their numbers. */
export function HeatMap({ rows }: { rows: BoardShown['rows'] }) {
  const t = useTranslations('board')
  const format = useFormatter()
  const nameOf = useContestantName()
  const contestants = rows.filter(({ kind }) => kind !== 'readers')
  const facets = [...new Set(contestants.flatMap(({ scores }) => Object.keys(scores.by)))].sort((a, b) => (a === 'type' ? -1 : b === 'type' ? 1 : a < b ? -1 : 1))
  const [facet, setFacet] = useState(facets[0] ?? '')
  const [measure, setMeasure] = useState<(typeof shown)[number]>(shown[0])
  const groups = [...new Set(contestants.flatMap(({ scores }) => Object.keys(scores.by[facet] ?? {})))].sort()
  if (facets.length === 0) return <p className="text-ink-soft">{t('heat.none')}</p>
  const facetName = (name: string) => (t.has(`facets.${name}` as never) ? t(`facets.${name}` as never) : name)
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap gap-4">
        <Field label={t('heat.by')} className="w-52">
          {(wires) => <Select {...wires} value={facet} onChange={(event) => setFacet(event.target.value)} options={facets.map((name) => ({ value: name, label: facetName(name) }))} />}
        </Field>
        <Field label={t('heat.measure')} className="w-52">
          {(wires) => (
            <Select {...wires} value={measure} onChange={(event) => setMeasure(event.target.value as typeof measure)} options={shown.map((name) => ({ value: name, label: t(`measures.${name.replace('.', '_') as 'overCriticism'}`) }))} />
          )}
        </Field>
      </div>
      <div role="region" aria-label={t('heat.title')} tabIndex={0} className="max-w-full overflow-x-auto">
        <table className="border-collapse text-sm">
          <caption className="sr-only">{t('heat.title')}</caption>
          <thead>
            <tr>
              <th scope="col" className="px-2 py-1 text-start font-medium text-ink-soft">{facetName(facet)}</th>
              {contestants.map((row) => (
                <th key={row.id} scope="col" className="max-w-28 px-2 py-1 text-end align-bottom font-medium text-ink-soft"><bdi>{nameOf(row)}</bdi></th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group}>
                <th scope="row" className="px-2 py-1 text-start font-normal"><bdi>{group}</bdi></th>
                {contestants.map((row) => {
                  const found = row.scores.by[facet]?.[group]
                  const value = found?.measures[measure]?.value ?? null
                  return (
                    <td
                      key={row.id}
                      title={found ? t('heat.items', { count: found.items }) : undefined}
                      style={value === null ? undefined : { background: `color-mix(in oklab, var(--accent) ${Math.round(value * 38)}%, transparent)` }}
                      className="border border-line px-2 py-1 text-end tabular-nums"
                    >
                      {value === null ? '–' : format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
