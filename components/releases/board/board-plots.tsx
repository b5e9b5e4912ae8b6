'use client'
import { useTranslations } from 'next-intl'
import { ScatterPlot, type ScatterSeries } from '@/components/ui/scatter-plot'
import type { BoardShown } from './board-shown'
import { useContestantName } from './contestant-name'

const colours = { system: 'accent', readers: 'amber', reader: 'neutral' } as const

/** Precision against recall with over-criticism as size, and finding the place against finding that there is one. */
export function BoardPlots({ rows }: { rows: BoardShown['rows'] }) {
  const t = useTranslations('board')
  const nameOf = useContestantName()
  const ranks = new Map(rows.filter(({ kind }) => kind === 'system').map(({ id }, nth) => [id, nth + 1]))
  const valueOf = (row: BoardShown['rows'][number], measure: string) => row.scores.measures[measure]?.value ?? null
  const series = (x: string, y: string, z?: string): ScatterSeries[] =>
    (['system', 'readers', 'reader'] as const).map((kind) => ({
      key: kind,
      label: t(`kinds.${kind}`),
      colour: colours[kind],
      points: rows
        .filter((row) => row.kind === kind)
        .flatMap((row) => {
          const [atX, atY] = [valueOf(row, x), valueOf(row, y)]
          return atX === null || atY === null ? [] : [{ name: nameOf(row), mark: ranks.get(row.id)?.toString() ?? '', x: atX, y: atY, z: z ? valueOf(row, z) : null }]
        }),
    }))
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <ScatterPlot
        title={t('plots.precisionRecall')}
        note={t('plots.precisionRecallNote')}
        series={series('veracity.recall', 'veracity.precision', 'overCriticism')}
        x={t('measures.veracity_recall')}
        y={t('measures.veracity_precision')}
        z={t('measures.overCriticism')}
      />
      <ScatterPlot
        title={t('plots.localisation')}
        note={t('plots.localisationNote')}
        series={series('veracity.f1', 'localisation.f1')}
        x={t('measures.veracity_f1')}
        y={t('measures.localisation_f1')}
      />
    </div>
  )
}
