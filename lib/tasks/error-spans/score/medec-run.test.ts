/** The published baseline run on the MEDEC-MS validation set, against the values its README states. */
import { createReadStream, existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { machineRows } from '@/lib/formats/machine-rows'
import { mediqaRun } from '@/lib/formats/mediqa-run'
import { readItems } from '@/lib/formats/read-items'
import { contentFields } from '../content'
import type { Gold } from './gold'
import { matchRuleOf } from './match'
import { medecGold } from './medec-gold'
import { measuresOf } from './measures'
import { outcomesOf } from './outcomes'
import type { Prediction } from './prediction'
import { runPrediction } from './run-prediction'

const folder = path.join(process.cwd(), '../shared/data/medec-ms')
const goldFile = path.join(folder, 'MEDEC-MS-ValidationSet-with-GroundTruth-and-ErrorType.csv')
const runFile = path.join(folder, 'mediqa-corr-baseline-run-1.txt')

test.skipIf(!existsSync(folder))(
  'the published baseline run scores as published (skipped where ../shared is absent)',
  async () => {
    const gold: Gold[] = []
    for await (const row of readItems(createReadStream(goldFile), {
      name: goldFile,
      format: { kind: 'medec' },
      content: contentFields,
    })) {
      if ('item' in row) gold.push(medecGold(row.item)!)
    }
    const predictions = new Map<string, Prediction>()
    for await (const row of machineRows(createReadStream(runFile), mediqaRun)) {
      if (!('value' in row)) throw new Error(row.reason)
      const { id, prediction } = runPrediction(row.value)
      predictions.set(id, prediction)
    }
    const { counts, values } = measuresOf(outcomesOf(gold, predictions, { rule: matchRuleOf('sentence')! }))
    expect(counts).toEqual({
      tp: 264,
      fp: 238,
      fn: 55,
      tn: 17,
      flagged: 502,
      erroneous: 319,
      localised: 159,
      missing: 0,
    })
    const published = {
      'veracity.precision': 0.525896,
      'veracity.recall': 0.827586,
      'veracity.f1': 0.643118,
      'veracity.accuracy': 0.489547,
      'localisation.precision': 0.316733,
      'localisation.recall': 0.498433,
      'localisation.f1': 0.387333,
      overCriticism: 0.933333,
    }
    const rounded = Object.entries(values).map(([name, { value }]) => [name, Number(value?.toFixed(6))])
    expect(Object.fromEntries(rounded)).toEqual(published)
  },
)
