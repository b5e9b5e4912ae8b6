'use client'
import { useTranslations } from 'next-intl'
import { ScoreCell } from '@/components/releases/board/score-cell'
import { useGroupName } from '@/components/releases/board/use-group-name'
import { useScoreNotes } from '@/components/releases/board/use-score-notes'
import { DataTable } from '@/components/ui/data-table'
import { Footnotes } from '@/components/ui/footnotes'
import type { MeasureInfo, Scores } from '@/lib/tasks/evaluation'
import type { NamedAxis } from '@/lib/tasks/named-axes'

/** Scores by facet: one table each, groups in rows. */
export function GroupTables({ scores, measures, axes }: { scores: Scores; measures: readonly MeasureInfo[]; axes: readonly NamedAxis[] }) {
  const t = useTranslations('board')
  const groupName = useGroupName(axes)
  // The database keeps no order of names: error types first, then by name, numbers as numbers.
  const byName = ([a]: [string, unknown], [b]: [string, unknown]) => a.localeCompare(b, 'en', { numeric: true })
  const facets = Object.entries(scores.by)
    .sort((a, b) => (a[0] === 'type' ? -1 : b[0] === 'type' ? 1 : byName(a, b)))
    .map(([facet, groups]) => {
      const found = Object.entries(groups).sort(byName)
      // Of groups that hold erroneous texts only, most measures say nothing.
      return { facet, found, told: measures.filter((measure) => found.some(([, { measures: of }]) => of[measure.name]?.value != null)) }
    })
  const said = useScoreNotes(facets.flatMap(({ found, told }) => found.flatMap(([, { measures: of }]) => told.map(({ name }) => of[name]))))
  return (
    <div className="grid gap-6">
      {facets.length === 0 && <p className="text-ink-soft">{t('heat.none')}</p>}
      {facets.map(({ facet, found, told }) => {
        const name = t.has(`facets.${facet}` as never) ? t(`facets.${facet}` as never) : facet
        return (
          <div key={facet}>
            <h3 className="pb-1 font-medium"><bdi>{name}</bdi></h3>
            <DataTable
              caption={name}
              captionHidden
              dense
              rows={found}
              rowKey={([group]) => group}
              columns={[
                { key: 'group', header: name, names: true, cell: ([group]) => <bdi>{groupName(facet, group)}</bdi> },
                { key: 'items', header: t('items'), align: 'end', cell: ([, found]) => found.items },
                ...told.map((measure) => ({
                  key: measure.name,
                  header: t(`measures.${measure.name.replace('.', '_') as 'overCriticism'}`),
                  align: 'end' as const,
                  cell: ([, found]: [string, Scores['by'][string][string]]) => <ScoreCell score={found.measures[measure.name]} {...said} />,
                })),
              ]}
            />
          </div>
        )
      })}
      <Footnotes notes={said.notes} />
      {scores.tooSmall > 0 && <p className="text-sm text-ink-soft">{t('tooSmall', { count: scores.tooSmall })}</p>}
    </div>
  )
}
