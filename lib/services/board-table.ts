/** A board as a table for a spreadsheet: a row a contestant, every measure and difference with its interval; by a facet, a row a group and measure. */
import { csvLine } from '@/lib/formats/csv-cells'
import type { Board } from './read-board'

/** `facet`: by which items are told apart. */
export const boardTable = (board: Board, facet?: string): string => (facet === undefined ? contestants(board) : groups(board, facet))

function contestants({ rows, measures, compared, split, match, rules }: Board): string {
  const head = [
    'kind', 'name', 'split', 'match', 'rules', 'items', 'missing',
    ...measures.flatMap(({ name }) => [name, `${name}.low`, `${name}.high`]),
    ...compared.flatMap((name) => [`${name}.toLeader`, `${name}.toLeader.low`, `${name}.toLeader.high`, `${name}.p`]),
  ]
  const lines = rows.map((row) => [
    row.kind, nameOf(row), split, match, rules.shown, row.scores.items, row.scores.counts['missing'] ?? 0,
    ...measures.flatMap(({ name }) => {
      const { value = null, low = null, high = null } = row.scores.measures[name] ?? {}
      return [value, low, high]
    }),
    ...compared.flatMap((name) => {
      const { difference = null, low = null, high = null, p = null } = row.toLeader?.[name] ?? {}
      return [difference, low, high, p]
    }),
  ])
  return table([head, ...lines])
}

function groups({ rows, split, match, rules }: Board, facet: string): string {
  const head = ['kind', 'name', 'split', 'match', 'rules', 'facet', 'group', 'items', 'measure', 'value', 'low', 'high']
  const lines = rows.flatMap((row) =>
    Object.entries(row.scores.by[facet] ?? {}).flatMap(([group, { items, measures }]) =>
      Object.entries(measures).map(([measure, { value, low, high }]) => [row.kind, nameOf(row), split, match, rules.shown, facet, group, items, measure, value, low, high]),
    ),
  )
  return table([head, ...lines])
}

const nameOf = ({ name, letter }: Board['rows'][number]): string => name ?? (letter ? `System ${letter}` : 'readers')
const table = (lines: readonly (readonly (string | number | null)[])[]): string => lines.map((cells) => csvLine(cells.map((cell) => cell?.toString() ?? ''))).join('')
