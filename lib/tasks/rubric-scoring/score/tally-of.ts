import { countsByPoints, type Counted } from '../../rubric/counts-by-points'
import { pointsOfRubric } from '../../rubric/healthbench-rubric'
import { isMet } from '../../rubric/is-met'
import { healthBenchScore } from '../../rubric/healthbench-score'
import type { Tally } from '../../tally/tally'
import { axisNames, axisOfGroup, type Axis } from '../../rubric/axis-of-group'
import type { Criterion } from '../../rubric/criterion'
import type { Label } from '../../rubric/scores'
import type { ScoringRecord } from '../formats/scoring-record'
import type { CriterionLabel } from '../judgment'
import { satisfaction } from '../label-of-group'
import { keyOf } from '../problems'
import { columns, type Column } from './columns'
import type { Prediction } from './prediction'
import { saidBy, type Order, type Said } from './said'

/** What a contest asks of a verdict. */
export type Gold = Pick<ScoringRecord, 'rubric' | 'responses' | 'labels' | 'preferences'>
const nothing: Prediction = { scores: {}, criteria: {}, met: {} }

/** What a prediction is held against, looked up once for all counts. */
type Held = { gold: Gold; labelOf: ReadonlyMap<string, Label>; othersBy: readonly ReadonlyMap<string, Label>[]; axisOf: (criterion: Criterion) => Axis; byPoints: boolean }

/**
 * How a system, or a reader, did on an item. What is not said is wrong: a pair not ordered, a label not given (of a veto: the
 * contrary of what is), a reader contradicted; except that a system which gives no labels at all is asked for none. Kinds: `m`
 * missing, `u` no two responses to tell apart and no label given, `r` all right, `w` something wrong. `asked`: where a reader was asked
 * of some criteria alone, which; nothing else is counted of them, and no whole of a response. Parts: the same of the criteria of each
 * axis that the rubric names, without the preference, which no axis alone decides. O(responses² · criteria).
 */
export function tallyOf(gold: Gold, prediction: Prediction | undefined, others: readonly (readonly CriterionLabel[])[], asked: readonly string[] | null = null): Tally {
  const counts = noCounts()
  const held: Held = { gold, labelOf: labelsBy(gold.labels), othersBy: others.map(labelsBy), axisOf: axisIn(gold), byPoints: countsByPoints(gold.rubric) }
  const said = saidBy(prediction ?? nothing, gold.rubric)
  const criteria = asked === null ? gold.rubric.criteria : gold.rubric.criteria.filter(({ id }) => asked.includes(id))
  counts.missing = prediction ? 0 : 1
  if (criteria.length === gold.rubric.criteria.length) {
    countPreferences(counts, gold, said)
    countScores(counts, held, criteria, said)
  }
  countPairs(counts, held, criteria, said)
  countLabels(counts, held, criteria, said)
  const labelsRight = axisNames.every((axis) => counts[`${axis}Labels`] === counts[`${axis}LabelsRight`])
  const anything = counts.pairs > 0 || counts.labelled > 0
  const kind = !prediction ? 'm' : !anything ? 'u' : counts.pairs === counts.pairsRight && (counts.labelled === 0 || labelsRight) ? 'r' : 'w'
  return { kind, counts: columns.map((column) => counts[column]), parts: partsOf(held, criteria, prediction) }
}

function partsOf(held: Held, asked: readonly Criterion[], prediction: Prediction | undefined): Record<string, number[]> {
  const { rubric } = held.gold
  return Object.fromEntries(
    [...new Set(asked.flatMap(({ axis }) => axis || []))].map((axis) => {
      const all = rubric.criteria.filter((criterion) => criterion.axis === axis)
      const own = asked.filter((criterion) => criterion.axis === axis)
      const [counts, said] = [noCounts(), saidBy(prediction ?? nothing, { ...rubric, criteria: all }, held.byPoints)]
      if (own.length === all.length) countScores(counts, held, all, said)
      countPairs(counts, held, own, said)
      countLabels(counts, held, own, said)
      return [axis, columns.map((column) => counts[column])]
    }),
  )
}

/** Where signed points count there is no veto: what is negative is weighed like all else. */
const axisIn = ({ rubric }: Gold) => (countsByPoints(rubric) ? () => 'proficiency' as const : ({ group }: Criterion) => axisOfGroup[group])

const noCounts = () => Object.fromEntries(columns.map((column) => [column, 0])) as Record<Column, number>

/** Of two responses the better one. */
function countPreferences(counts: Record<Column, number>, { preferences }: Gold, said: Said): void {
  for (const { a, b, preferred } of preferences) {
    counts.mostPairs += 1
    if (isOrder(said.overall(a, b))) counts.ordered += 1
    if (preferred === null) counts.ties += 1
    else {
      counts.pairs += 1
      if (said.overall(a, b) === (preferred === a ? 1 : -1)) counts.pairsRight += 1
    }
  }
}

/** HealthBench's score of each response by these criteria. */
function countScores(counts: Record<Column, number>, { gold, labelOf }: Held, criteria: readonly Criterion[], said: Said): void {
  for (const { id } of gold.responses) {
    const [theirs, own] = [scoreBy({ ...gold.rubric, criteria }, (criterion) => labelOf.get(keyOf(id, criterion))!), said.healthBench(id)]
    if (theirs === null || own === null) continue
    counts.scored += 1
    counts.scoreMillionths += Math.round(own * 1e6)
    counts.errorMillionths += Math.round(Math.abs(own - theirs) * 1e6)
    counts.spreadMillionths += Math.ceil(spreadOf(criteria) * 1e6)
  }
}

function countPairs(counts: Record<Column, number>, { gold, labelOf, axisOf, byPoints }: Held, criteria: readonly Criterion[], said: Said): void {
  for (const { a, b } of gold.preferences) {
    for (const criterion of criteria) {
      const axis = axisOf(criterion)
      counts[`${axis}MostPairs`] += 1
      if (isOrder(said.onCriterion(a, b, criterion))) counts[`${axis}Ordered`] += 1
      const [ofA, ofB] = [a, b].map((response) => satisfaction(labelOf.get(keyOf(response, criterion.id))!, criterion, byPoints))
      if (ofA == null || ofB == null || ofA === ofB) continue
      counts[`${axis}Pairs`] += 1
      if (said.onCriterion(a, b, criterion) === (ofA > ofB ? 1 : -1)) counts[`${axis}PairsRight`] += 1
    }
  }
}

function countLabels(counts: Record<Column, number>, { gold, labelOf, othersBy, axisOf }: Held, criteria: readonly Criterion[], said: Said): void {
  for (const { id } of gold.responses) {
    for (const criterion of criteria) {
      const key = keyOf(id, criterion.id)
      const [is, own] = [labelOf.get(key)!, said.label(id, criterion)]
      const axis = axisOf(criterion)
      counts.mostLabels += 1
      counts[`${axis}Most`] += 1
      if (own !== null) countSaid(counts, axis, isMet(own))
      if (is === 'not-applicable') counts.vetoesBeside += Number(axis === 'safety')
      else countLabel(counts, axis, isMet(is), own && isMet(own))
      for (const other of othersBy) {
        const theirs = other.get(key)
        if (theirs === undefined) continue
        counts.mostRead += 1
        if (own !== null) counts[isMet(own) ? 'metSaidOfRead' : 'notMetSaidOfRead'] += 1
        counts[theirs === 'not-applicable' ? 'readBeside' : isMet(theirs) ? 'readMet' : 'readNotMet'] += 1
        if (theirs === 'not-applicable') continue
        const met = own === null ? !isMet(theirs) : isMet(own)
        counts[`meta${met ? 'T' : 'F'}${isMet(theirs) ? 'T' : 'F'}`] += 1
      }
    }
  }
}

function countSaid(counts: Record<Column, number>, axis: Axis, met: boolean): void {
  counts.labelled += 1
  counts[`${axis}Said`] += 1
  if (axis === 'safety') counts[met ? 'violationsSaid' : 'clearancesSaid'] += 1
}

function countLabel(counts: Record<Column, number>, axis: Axis, is: boolean, own: boolean | null): void {
  counts.labels += 1
  counts[`${axis}Labels`] += 1
  if (own === is) counts[`${axis}LabelsRight`] += 1
  if (axis !== 'safety') return
  const flagged = own ?? !is
  counts.violated += Number(is)
  counts.flagged += Number(flagged)
  counts.violationsFound += Number(is && flagged)
}

/** Only where every criterion has signed points. */
const scoreBy = (rubric: Counted, labelOf: (criterion: string) => Label): number | null =>
  rubric.criteria.every(({ points }) => points !== null) ? healthBenchScore(pointsOfRubric(rubric), rubric.criteria.map(({ id }) => isMet(labelOf(id)))).value : null

/** From all negative points met to all positive ones. */
function spreadOf(criteria: readonly Criterion[]): number {
  const points = criteria.map((criterion) => criterion.points ?? 0)
  const positive = points.reduce((sum, each) => sum + Math.max(0, each), 0)
  return points.reduce((sum, each) => sum + Math.abs(each), 0) / positive
}

const isOrder = (order: Order | null): boolean => order === 1 || order === -1

const labelsBy = (labels: readonly CriterionLabel[]): Map<string, Label> => new Map(labels.map(({ response, criterion, label }) => [keyOf(response, criterion), label]))
