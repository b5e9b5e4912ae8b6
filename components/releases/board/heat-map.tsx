'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Select } from '@/components/ui/select'
import { taskContest } from '@/components/tasks/task-contests'
import { Field } from '@/components/ui/field'
import type { BoardShown } from './board-shown'
import { useContestantName } from './contestant-name'
import { TableDownload } from './table-download'
import { useGroupName } from './use-group-name'

/** Contestants by the groups of one facet (error type, specialty, a tag): a table whose cells are coloured by their numbers. */
export function HeatMap({ board }: { board: BoardShown }) {
  const { rows, hidden, task } = board
  const { heat: shown } = taskContest(task)
  const t = useTranslations('board')
  const format = useFormatter()
  const nameOf = useContestantName()
  const groupName = useGroupName(board.axes)
  const valueOf = (row: BoardShown['rows'][number], facet: string, group: string, measure: string) => row.scores.by[facet]?.[group]?.measures[measure]?.value ?? null
  // Where labels are hidden a group may have no number that can be told.
  const groupsOf = (facet: string, measure: string) =>
    [...new Set(rows.flatMap((row) => Object.keys(row.scores.by[facet] ?? {}).filter((group) => valueOf(row, facet, group, measure) !== null)))].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  const facets = [...new Set(rows.flatMap(({ scores }) => Object.keys(scores.by)))]
    .filter((facet) => shown.some((measure) => groupsOf(facet, measure).length > 0))
    .sort((a, b) => (a === 'type' ? -1 : b === 'type' ? 1 : a < b ? -1 : 1))
  const [chosen, setFacet] = useState(facets[0] ?? '')
  const facet = facets.includes(chosen) ? chosen : (facets[0] ?? '')
  const [wanted, setMeasure] = useState(shown[0]!)
  const offered = shown.filter((measure) => groupsOf(facet, measure).length > 0)
  const measure = offered.includes(wanted) ? wanted : offered[0]!
  if (facets.length === 0) return <p className="text-ink-soft">{t(hidden ? 'heat.hidden' : 'heat.none')}</p>
  const groups = groupsOf(facet, measure)
  const facetName = (name: string) => (t.has(`facets.${name}` as never) ? t(`facets.${name}` as never) : name)
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-end gap-4">
        <Field label={t('heat.by')} className="w-52">
          {(wires) => <Select {...wires} value={facet} onChange={(event) => setFacet(event.target.value)} options={facets.map((name) => ({ value: name, label: facetName(name) }))} />}
        </Field>
        <Field label={t('heat.measure')} className="w-52">
          {(wires) => (
            <Select {...wires} value={measure} onChange={(event) => setMeasure(event.target.value)} options={offered.map((name) => ({ value: name, label: t(`measures.${name.replace('.', '_') as 'overCriticism'}`) }))} />
          )}
        </Field>
        <TableDownload board={board} facet={facet} />
      </div>
      <div role="region" aria-label={t('heat.title')} tabIndex={0} className="max-w-full overflow-x-auto">
        <table className="border-collapse text-sm">
          <caption className="sr-only">{t('heat.title')}</caption>
          <thead>
            <tr>
              <th scope="col" className="sticky start-0 z-1 bg-surface px-2 py-1 text-start align-bottom font-medium text-ink-soft">{t('contestant')}</th>
              {groups.map((group) => (
                <th key={group} scope="col" className="min-w-20 max-w-36 px-2 py-1 text-end align-bottom font-medium text-ink-soft"><bdi>{groupName(facet, group)}</bdi></th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" className="sticky start-0 z-1 max-w-40 truncate bg-surface px-2 py-1 text-start font-normal sm:max-w-64" title={nameOf(row)}><bdi>{nameOf(row)}</bdi></th>
                {groups.map((group) => {
                  const found = row.scores.by[facet]?.[group]
                  const value = valueOf(row, facet, group, measure)
                  return (
                    <td
                      key={group}
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
