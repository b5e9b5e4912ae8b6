import { lineDecoder } from '@/lib/formats/decode-lines'
import type { Encoding } from '@/lib/formats/encoding'
import type { RowMachine, RowProblem } from '@/lib/formats/item-row'
import { jsonLineValues } from '@/lib/formats/json-values'
import { mediqaRun } from '@/lib/formats/mediqa-run'
import type { Prediction } from './prediction'
import { readPrediction } from './read-prediction'
import { runPrediction } from './run-prediction'

export type PredictionRow = { line: number } & ({ value: { id: string; prediction: Prediction } } | RowProblem)
export type PredictionFormat = 'jsonl' | 'mediqa-run'

/** By its first line: a run begins with an id, a flag and a sentence's number; everything else is to be JSON Lines. */
export function predictionFormatOf(firstBytes: Uint8Array): PredictionFormat {
  const decoder = lineDecoder()
  const text = decoder.push(firstBytes) || decoder.end()
  return /^\S+[ \t][01][ \t]+-?\d+(\s|$)/.test(text.trimStart()) ? 'mediqa-run' : 'jsonl'
}

/** A predictions file, row by row. Whether an id is known or given twice is not for a row to say. */
export const predictionRows =
  (format: PredictionFormat) =>
  (encoding: () => Encoding): RowMachine<PredictionRow> =>
    format === 'jsonl' ? readBy(jsonLineValues(encoding), readPrediction) : readBy(mediqaRun(encoding), runPrediction)

function readBy<Value>(
  machine: RowMachine<{ line: number } & ({ value: Value } | RowProblem)>,
  read: (value: Value) => { id: string; prediction: Prediction } | RowProblem,
): RowMachine<PredictionRow> {
  const rowOf = (row: { line: number } & ({ value: Value } | RowProblem)): PredictionRow => {
    if ('reason' in row) return row
    const value = read(row.value)
    return 'reason' in value ? { line: row.line, ...value } : { line: row.line, value }
  }
  return { push: (text) => machine.push(text).map(rowOf), end: () => machine.end().map(rowOf) }
}
