import { useFormatter, useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { Footnotes } from '@/components/ui/footnotes'
import type { Difference } from '@/lib/tasks/evaluation'
import type { BoardShown } from './board-shown'
import { ContestantName } from './contestant-name'
import { ScoreCell } from './score-cell'
import { useScoreNotes } from './use-score-notes'

/** Systems by rank, then the readers, on the same axes. */
export function BoardTable({ board }: { board: BoardShown }) {
  const t = useTranslations('board')
  const format = useFormatter()
  const said = useScoreNotes(board.rows.flatMap(({ scores }) => board.measures.map(({ name }) => scores.measures[name])))
  const place = ({ name }: { name: string }) => (board.compared.indexOf(name) + 1 || board.compared.length + 1)
  // What the board is ranked by stands first, beside the name.
  const measured = board.measures
    .toSorted((a, b) => place(a) - place(b))
    .map(({ name }) => ({
      key: name,
      header: t(`measures.${name.replace('.', '_') as 'overCriticism'}`),
      align: 'end' as const,
      cell: (row: BoardShown['rows'][number]) => <ScoreCell score={row.scores.measures[name]} {...said} />,
    }))
  const ranks = new Map(board.rows.filter(({ kind }) => kind === 'system').map(({ id }, nth) => [id, nth + 1]))
  return (
    <>
      <DataTable
        caption={t('tableCaption', { split: t(`split.${board.split as 'test'}`) })}
        captionHidden
        rows={board.rows}
        rowKey={({ id }) => id}
        dense
        stickyNames
        columns={[
          { key: 'rank', header: t('rank'), align: 'end', cell: ({ id }) => ranks.get(id) ?? '' },
          { key: 'name', header: t('contestant'), names: true, cell: (row) => <ContestantName row={row} releaseId={board.releaseId} link={row.mine || board.admin} /> },
          ...measured.slice(0, 1),
          { key: 'leader', header: t('toLeader'), align: 'end', cell: ({ toLeader }) => <ToLeader difference={toLeader?.[board.compared[0]!]} isTold={board.hidden && !board.open} /> },
          ...measured.slice(1),
          { key: 'items', header: t('items'), align: 'end', cell: ({ scores }) => format.number(scores.items) },
        ]}
      />
      <Footnotes notes={said.notes} />
    </>
  )
}

/** `isTold`: in steps, p as one of a few levels. */
function ToLeader({ difference, isTold }: { difference: Difference | undefined; isTold: boolean }) {
  const t = useTranslations('board')
  const format = useFormatter()
  if (!difference || difference.difference === null) return <>–</>
  const { low, high, p } = difference
  const say = (value: number) => format.number(value, { minimumFractionDigits: 3, maximumFractionDigits: 3, signDisplay: 'exceptZero' })
  const atMost = (level: number) => t('pAtMost', { p: format.number(level, { maximumFractionDigits: 3 }) })
  const exactly = (value: number) => (value < 0.001 ? t('pBelow') : t('p', { p: format.number(value, { maximumFractionDigits: 3 }) }))
  return (
    <span className="inline-grid justify-items-end whitespace-nowrap tabular-nums">
      <span>{say(difference.difference)}</span>
      {low !== null && high !== null && <span className="text-xs text-ink-soft">{t('interval', { low: say(low), high: say(high) })}</span>}
      {p !== null && <span className="text-xs text-ink-soft">{isTold ? atMost(p) : exactly(p)}</span>}
    </span>
  )
}
