import { lineDecoder } from '@/lib/formats/decode-lines'
import type { RowMachine, RowProblem } from '@/lib/formats/item-row'
import { jsonLineValues, type JsonValue } from '@/lib/formats/json-values'
import { mediqaRun, type RunLine, type RunRow } from '@/lib/formats/mediqa-run'
import { rowBatches } from '@/lib/formats/row-batches'

export type ReadPrediction<Prediction> = { id: string; prediction: Prediction }
export type PredictionRow<Prediction> = { line: number } & ({ value: ReadPrediction<Prediction> } | RowProblem)

/** How a task reads a record, and a line of a run; null where it has no such runs. */
export type PredictionReaders<Prediction> = {
  readPrediction: (record: Record<string, unknown>) => ReadPrediction<Prediction> | RowProblem
  readRunLine: ((line: RunLine) => ReadPrediction<Prediction>) | null
}

/**
 * A file of predictions, JSON Lines or, where the task has them, a MEDIQA-CORR run: told apart by the file's first sign, `{`
 * or not. Any encoding and line end that imports know; constant memory.
 */
export function readPredictions<Prediction>(
  source: AsyncIterable<Uint8Array>,
  task: PredictionReaders<Prediction>,
): AsyncGenerator<PredictionRow<Prediction>[]> {
  const decoder = lineDecoder()
  const encoding = () => decoder.encoding()
  const { readRunLine } = task
  const records = mapped(jsonLineValues(encoding), (row: JsonValue) => recordRow(row, task))
  if (!readRunLine) return rowBatches(source, decoder, records)
  const runs = mapped(mediqaRun(encoding), (row: RunRow): PredictionRow<Prediction> =>
    'value' in row ? { line: row.line, value: readRunLine(row.value) } : row,
  )
  let chosen: RowMachine<PredictionRow<Prediction>> | null = null
  return rowBatches(source, decoder, {
    push(text) {
      if (!chosen && text.trim() !== '') chosen = text.trimStart().startsWith('{') ? records : runs
      if (chosen) return chosen.push(text)
      // Blank lines before the first row count as lines, whichever machine will be chosen.
      return [...records.push(text), ...runs.push(text)]
    },
    end: () => chosen?.end() ?? [],
  })
}

function recordRow<Prediction>(
  row: JsonValue,
  task: Pick<PredictionReaders<Prediction>, 'readPrediction'>,
): PredictionRow<Prediction> {
  if (!('value' in row)) return row
  const read = task.readPrediction(row.value)
  return 'id' in read ? { line: row.line, value: read } : { line: row.line, ...read }
}

const mapped = <From, To>(machine: RowMachine<From>, to: (row: From) => To): RowMachine<To> => ({
  push: (text) => machine.push(text).map(to),
  end: () => machine.end().map(to),
})
