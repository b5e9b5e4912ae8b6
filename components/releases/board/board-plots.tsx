'use client'
import { useTranslations } from 'next-intl'
import { ScatterPlot, type ScatterSeries } from '@/components/ui/scatter-plot'
import { taskContest } from '@/components/tasks/task-contests'
import type { BoardShown } from './board-shown'
import { useContestantName } from './contestant-name'
import { TableDownload } from './table-download'

const colours = { system: 'accent', readers: 'amber', reader: 'neutral' } as const

/** Contestants by two measures at once, those that say most of the task. */
export function BoardPlots({ board }: { board: BoardShown }) {
  const { rows, task } = board
  const t = useTranslations('board')
  const nameOf = useContestantName()
  const measure = (name: string) => t(`measures.${name.replace('.', '_') as 'overCriticism'}`)
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
          return atX === null || atY === null
            ? []
            : [
                {
                  name: nameOf(row),
                  mark: ranks.get(row.id)?.toString() ?? '',
                  x: atX,
                  y: atY,
                  z: z ? valueOf(row, z) : null,
                },
              ]
        }),
    }))
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      {taskContest(task).plots.map(({ code, x, y, z }) => (
        <div key={code} className="grid content-start justify-items-start gap-2 [&>figure]:w-full">
          <ScatterPlot
            title={t(`plots.${code as 'localisation'}`)}
            note={t(`plots.${code as 'localisation'}Note`)}
            series={series(x, y, z)}
            x={measure(x)}
            y={measure(y)}
            {...(z ? { z: measure(z) } : {})}
          />
          <TableDownload board={board} />
        </div>
      ))}
    </div>
  )
}
