import type { ReaderMark, RoundRead } from '../../evaluation'
import type { NoGold } from '../../gold-without'
import { readersAgainst } from '../../reader-marks'
import { markOf } from '../../tally/tally'
import { disagreement } from '../disagreement'
import { judgmentSchema, type CriterionLabel, type Judgment } from '../judgment'
import { merge } from '../merge'
import { ownLabels } from '../own-labels'
import { keyOf } from '../problems'
import { preferencesIn } from '../scores'
import type { Settings } from '../settings'
import type { Prediction } from './prediction'
import { tallyOf, type Gold } from './tally-of'

/** What a reader said in one round, and the labels it is held against. */
type Part = { reader: string; own: CriterionLabel[]; against: readonly CriterionLabel[] | NoGold }

/**
 * Every reader of an item, once: each criterion is measured in the round that asked it last, by the verdict or else by the others of that
 * round (`gold-without.ts`). What one round gives nothing to measure by is left out, the rest of the same reader is not.
 */
export function readersHeld(gold: Gold, rounds: readonly RoundRead[], settings: Settings): ReaderMark[] {
  const parts = rounds.flatMap((round) => partsOf(gold, round, settings))
  return [...new Set(parts.map(({ reader }) => reader))].map((reader) => {
    const mine = parts.filter((part) => part.reader === reader)
    const held = mine.flatMap(({ own, against }) => (typeof against === 'string' ? [] : [{ own, against }]))
    const why = mine.map(({ against }) => against).find((against) => typeof against === 'string')
    if (held.length === 0) return { reader, mark: null, why: why ?? null }
    const own = held.flatMap((part) => part.own)
    const others = parts.flatMap((part) => (part.reader === reader ? [] : [part.own]))
    const asked = [...new Set(own.map(({ criterion }) => criterion))]
    return { reader, mark: markOf(tallyOf(heldAgainst(gold, held), graderOf(own), others, asked)), why: null }
  })
}

function partsOf(gold: Gold, { basis, readings }: RoundRead, settings: Settings): Part[] {
  const said = readings.map(({ reader, answer }) => {
    const judgment = judgmentSchema.parse(answer)
    return { reader, answer: { ...judgment, labels: ownLabels(judgment) } }
  })
  const held = readersAgainst<readonly CriterionLabel[], Judgment>(said, { gold: gold.labels, basis }, {
    isDisputed: (all) => disagreement(all, settings).disputed,
    goldOf: (all) => merge(all, settings).labels,
  })
  return held.map(({ reader, answer, against }) => ({ reader, own: answer.labels, against }))
}

/** The verdict, but for what was asked of the reader and is measured by others. */
function heldAgainst(gold: Gold, held: readonly { own: readonly CriterionLabel[]; against: readonly CriterionLabel[] }[]): Gold {
  if (held.every(({ against }) => against === gold.labels)) return gold
  const labelOf = new Map(gold.labels.map((label) => [keyOf(label.response, label.criterion), label]))
  for (const { own, against } of held) {
    const asked = new Set(own.map(({ criterion }) => criterion))
    for (const label of against) if (asked.has(label.criterion)) labelOf.set(keyOf(label.response, label.criterion), label)
  }
  const labels = [...labelOf.values()]
  return { ...gold, labels, preferences: preferencesIn(gold, labels) }
}

/** Labels as a grader would have given them. Names are a file's, and may be any word: nothing is assigned by one. */
export function graderOf(labels: readonly CriterionLabel[]): Prediction {
  const met = new Map<string, [criterion: string, label: CriterionLabel['label']][]>()
  for (const { response, criterion, label } of labels) met.set(response, [...(met.get(response) ?? []), [criterion, label]])
  return { scores: {}, criteria: {}, met: Object.fromEntries([...met].map(([response, said]) => [response, Object.fromEntries(said)])) }
}
