/** A board as a table for a spreadsheet: a row a contestant, every measure with its interval. */
import { csvLine } from '@/lib/formats/csv-cells'
import type { Board } from './read-board'

export function boardTable({ rows, measures, compared, split, match }: Board): string {
  const head = [
    'kind', 'name', 'split', 'match', 'items', 'missing',
    ...measures.flatMap(({ name }) => [name, `${name}.low`, `${name}.high`]),
    ...compared.flatMap((name) => [`${name}.toLeader`, `${name}.p`]),
  ]
  const lines = rows.map((row) => [
    row.kind, row.name ?? (row.letter ? `System ${row.letter}` : 'readers'), split, match, row.scores.items, row.scores.counts['missing'] ?? 0,
    ...measures.flatMap(({ name }) => {
      const { value = null, low = null, high = null } = row.scores.measures[name] ?? {}
      return [value, low, high]
    }),
    ...compared.flatMap((name) => [row.toLeader?.[name]?.difference ?? null, row.toLeader?.[name]?.p ?? null]),
  ])
  return [head, ...lines].map((cells) => cells.map(cellOf).join(',') + '\n').join('')
}

/** Numbers stay numbers, below zero too; texts are made harmless. */
const cellOf = (cell: string | number | null): string => (typeof cell === 'string' ? csvLine([cell]).slice(0, -1) : (cell?.toString() ?? ''))
