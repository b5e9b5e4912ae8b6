import { detectFormat, detectionBytes } from '@/lib/formats/detect-format'
import { jsonLineValues } from '@/lib/formats/json-values'
import { peeked } from '@/lib/formats/peeked'
import { readItems } from '@/lib/formats/read-items'
import { readPredictions } from '@/lib/formats/read-predictions'
import { codePointsOf } from '@/lib/spans/code-points'
import { contentFields } from '@/lib/tasks/error-spans/content'
import type { Gold } from '@/lib/tasks/error-spans/score/gold'
import type { Match } from '@/lib/tasks/error-spans/score/match'
import { medecGold } from '@/lib/tasks/error-spans/score/medec-gold'
import { outcomeOf, type Outcome } from '@/lib/tasks/error-spans/score/outcomes'
import { predictionProblem, type Prediction } from '@/lib/tasks/error-spans/score/prediction'
import { readGold } from '@/lib/tasks/error-spans/score/read-gold'
import { readPrediction } from '@/lib/tasks/error-spans/score/read-prediction'
import { runPrediction } from '@/lib/tasks/error-spans/score/run-prediction'
import { Halt } from '../first/halt.mjs'
import { openInput } from './open-input'
import { badRows, nameOf, readRows } from './read-rows'

type Placed = { line: number; prediction: Prediction }

/**
 * The outcome of every gold item, in the gold's order. Predictions are held, gold streams past them, so that no more than
 * one text is in memory. Every bad row of either file is told; any of them, an id twice or one unknown refuses the scoring.
 */
export async function scoredOutcomes(goldFile: string, predictionsFile: string, match: Match): Promise<Outcome[]> {
  const badGold = badRows(goldFile)
  const badPredictions = badRows(predictionsFile)
  const predictions = await heldPredictions(predictionsFile, badPredictions)
  const firstLine = new Map<string, number>()
  const outcomes: Outcome[] = []
  for await (const { line, id, gold } of eachGold(goldFile, badGold)) {
    const first = firstLine.get(id)
    if (first !== undefined) badGold.tell(line, { field: 'id', reason: 'id-twice', values: { id, first } })
    firstLine.set(id, first ?? line)
    if (gold === null) continue
    const held = predictions.get(id)
    const problem = held && predictionProblem(held.prediction, codePointsOf(gold.text))
    if (problem) badPredictions.tell(held.line, problem)
    else outcomes.push(outcomeOf(gold, held?.prediction, match))
  }
  badGold.end()
  for (const [id, { line }] of predictions)
    if (!firstLine.has(id)) badPredictions.tell(line, { field: 'id', reason: 'unknown-id', values: { id } })
  badPredictions.end()
  if (outcomes.length === 0) throw new Halt(`${nameOf(goldFile)} holds no items.`)
  const placeless = outcomes.filter(({ erroneous, goldSpans }) => erroneous && goldSpans.length === 0)
  if (placeless.length > 0)
    process.stderr.write(
      `${placeless.length} erroneous items of the gold have no place in their text, "${placeless[0]!.id}" first; no prediction localises them.\n`,
    )
  const nowhere = outcomes.filter(({ predictedSpans }) => predictedSpans.includes(null))
  if (nowhere.length > 0)
    process.stderr.write(
      `${nowhere.length} items have a predicted span that names no place in their text, "${nowhere[0]!.id}" first; it localises nothing.\n`,
    )
  return outcomes
}

async function heldPredictions(file: string, bad: ReturnType<typeof badRows>): Promise<Map<string, Placed>> {
  const predictions = new Map<string, Placed>()
  const readers = { readPrediction, readRunLine: runPrediction }
  for await (const rows of readPredictions(await openInput(file), readers)) {
    for (const row of rows) {
      const before = 'value' in row ? predictions.get(row.value.id) : undefined
      if (!('value' in row)) bad.tell(row.line, row)
      else if (before)
        bad.tell(row.line, { field: 'id', reason: 'id-twice', values: { id: row.value.id, first: before.line } })
      else predictions.set(row.value.id, { line: row.line, prediction: row.value.prediction })
    }
  }
  return predictions
}

type GoldRow = { line: number; id: string; gold: Gold | null }

async function* eachGold(file: string, bad: ReturnType<typeof badRows>): AsyncGenerator<GoldRow> {
  const { first, all } = await peeked(await openInput(file), detectionBytes)
  if (detectFormat(file, first).kind !== 'medec') {
    for await (const { line, value } of readRows(all, jsonLineValues, bad)) {
      const gold = readGold(value)
      if (gold && 'reason' in gold) bad.tell(line, gold)
      // An unusable item has no gold, and its id is known all the same.
      else yield { line, id: gold?.id ?? String(value['id']), gold }
    }
    return
  }
  for await (const row of readItems(all, { name: file, format: { kind: 'medec' }, content: contentFields })) {
    if ('reason' in row) bad.tell(row.line, row)
    else yield { line: row.line, id: row.item.id, gold: medecGold(row.item) }
  }
}
