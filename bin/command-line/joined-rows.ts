import { jsonLineValues } from '@/lib/formats/json-values'
import type { RowProblem } from '@/lib/formats/item-row'
import { Halt } from '../first/halt.mjs'
import { misuse } from './chosen'
import { openInput } from './open-input'
import { badRows, nameOf, readRows } from './read-rows'

type Read<Row> = (record: Record<string, unknown>) => Row | RowProblem
export type Joined<Gold, Prediction> = { gold: Gold; prediction: Prediction | undefined }

/**
 * Every row of a gold file with its prediction, in the gold's order; rows are known by `keyOf`. Every bad row of either file is
 * told with its line; any of them, a key twice or one unknown refuses the scoring.
 */
export async function joinedRows<Gold extends object, Prediction extends object>(
  goldFile: string,
  predictionsFile: string,
  by: {
    readGold: Read<Gold>
    readPrediction: Read<Prediction>
    keyOf: (row: Gold | Prediction) => string
    /** The key in words, where it is none itself. */
    told?: (row: Gold | Prediction) => string
    field: string
    /** What becomes of rows without a prediction, in words. */
    missing?: string
    /** What keeps a prediction from being one of that row. */
    problem?: (gold: Gold, prediction: Prediction) => RowProblem | null
  },
): Promise<Joined<Gold, Prediction>[]> {
  if (goldFile === '-' && predictionsFile === '-') throw misuse('Only one of the two files can be standard input.')
  const gold = await keyedRows(goldFile, by.readGold, by)
  const predictions = await keyedRows(predictionsFile, by.readPrediction, by)
  gold.bad.end()
  if (gold.rows.size === 0) throw new Halt(`${nameOf(goldFile)} holds no items.`)
  for (const [key, { line, row }] of predictions.rows) {
    const known = gold.rows.get(key)
    const problem = known ? (by.problem?.(known.row, row) ?? null) : ({ field: by.field, reason: 'unknown-id', values: { id: by.told?.(row) ?? key } } as const)
    if (problem) predictions.bad.tell(line, problem)
  }
  predictions.bad.end()
  const joined = [...gold.rows].map(([key, { row }]) => ({ gold: row, prediction: predictions.rows.get(key)?.row }))
  const missing = joined.filter(({ prediction }) => prediction === undefined).length
  if (missing) process.stderr.write(`${missing} of ${joined.length} have no prediction; they ${by.missing ?? 'count as wrong'}.\n`)
  return joined
}

async function keyedRows<Row extends object>(file: string, read: Read<Row>, { keyOf, told = keyOf, field }: { keyOf: (row: Row) => string; told?: (row: Row) => string; field: string }) {
  const bad = badRows(file)
  const rows = new Map<string, { line: number; row: Row }>()
  for await (const { line, value } of readRows(await openInput(file), jsonLineValues, bad)) {
    const row = read(value)
    if ('reason' in row) {
      bad.tell(line, row)
      continue
    }
    const key = keyOf(row)
    const first = rows.get(key)?.line
    if (first !== undefined) bad.tell(line, { field, reason: 'id-twice', values: { id: told(row), first } })
    else rows.set(key, { line, row })
  }
  return { rows, bad }
}
