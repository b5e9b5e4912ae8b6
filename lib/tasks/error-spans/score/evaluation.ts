import type { JsonObject } from '../../task'
import type { Coarse, Contest, Marked, Scored, TaskEvaluation } from '../../evaluation'
import type { Resampling } from '@/lib/stats/bootstrap'
import { judgmentSchema } from '../judgment'
import { settingsSchema } from '../settings'
import { blurred } from './blurred'
import { breakdownOf } from './breakdown'
import { pairedDifference } from './difference'
import type { Gold } from './gold'
import { intervalsOf } from './intervals'
import { kindOf } from './kinds'
import { matchRuleOf, type Match } from './match'
import { meanMeasures } from './mean-measures'
import { measureNames, measuresOf, type MeasureName, type Measured } from './measures'
import { outcomeOf, type Outcome } from './outcomes'
import { predictionProblem, type PredictedSpan, type Prediction } from './prediction'
import { readGold } from './read-gold'
import { readPrediction } from './read-prediction'
import { predictionOf as predictionOfJudgment, readersScored } from './readers'
import { runPrediction } from './run-prediction'

/** Error spans as a contest. A mark is the kind of an outcome (`kinds.ts`), in capitals of its own where it was missing. */
export const evaluation: TaskEvaluation = {
  matches: ['overlap:0.5', 'exact', 'contains', 'sentence'],
  judgedOn: 'overlap:0.5',
  between: '',
  kindOf: (mark) => mark,
  isRight: (mark) => mark === '0' || mark === '4',
  asksReaders: false,
  measures: measureNames.map((name) => ({ name, better: name === 'overCriticism' ? 'lower' : 'higher' })),
  compared: ['localisation.f1', 'veracity.f1'],
  readPrediction: (record) => {
    const read = readPrediction(record)
    return 'id' in read ? { id: read.id, prediction: jsonOf(read.prediction) } : read
  },
  readRunLine: ({ id, flagged, sentence }) => {
    const { prediction } = runPrediction({ id, flagged, sentence, correction: null })
    return { id, prediction: jsonOf(prediction) }
  },
  problemOf: (prediction, length) => predictionProblem(predictionOf(prediction), { length }),
  misfit: null,
  input: ({ id, text, textSha256, language = null, specialty = null }) => ({ id: id!, text: text!, textSha256: textSha256!, language, specialty }),
  mark(record, prediction, contest) {
    const outcome = outcomeOf(goldOf(record), prediction && predictionOf(prediction), matchOf(contest))
    return {
      mark: markOf(outcome),
      facets: facetsOf(outcome),
      open: outcome.erroneous
        ? outcome.unjudged.flatMap(([gold, predicted]) => {
            const [there, here] = [outcome.goldSpans[gold]!, outcome.predictedSpans[predicted]]
            return here ? [{ goldStart: there.start, goldEnd: there.end, start: here.start, end: here.end }] : []
          })
        : [],
    }
  },
  predictionOfReading: (answer) => jsonOf(predictionOfJudgment(judgmentSchema.parse(answer))),
  readerMarks(record, { basis, readings, settings }, contest) {
    const gold = goldOf(record)
    const item = { gold, basis, readings: readings.map(({ reader, answer }) => ({ reader, judgment: judgmentSchema.parse(answer) })) }
    return readersScored([item], settingsSchema.parse(settings), matchOf(contest)).map(({ reader, outcomes, leftOut }) => ({
      reader,
      mark: outcomes[0] ? markOf(outcomes[0]) : null,
      why: leftOut[0]?.why ?? null,
      facets: facetsOf({ facets: gold.facets, goldSpans: gold.spans }),
    }))
  },
  scores(items, { coarse, confidence, seed, resamples }) {
    const outcomes = items.map(({ mark, facets }, nth) => stubOf(mark, String(nth), facets))
    const of = { confidence, seed, resamples }
    const { counts, values } = measuresOf(outcomes)
    const [by, tooSmall] = groupsOf(outcomes, coarse, of)
    return { items: items.length, counts, measures: scored(values, intervalsOf(outcomes, of)), ...of, by, tooSmall }
  },
  meanScores: (contestants, of) => {
    const { items, counts, values, intervals } = meanMeasures(contestants.map(kindsOf), of)
    return { items, counts, measures: scored(values, intervals), ...of, by: {}, tooSmall: 0 }
  },
  difference(a, b, measure, of) {
    const [inA, inB] = [a, b].map((marks) => [...marks].map((mark, nth) => stubOf(mark, String(nth), {})))
    const { difference, interval, p } = pairedDifference(inA!, inB!, measure as MeasureName, of)
    return { difference: difference.value, low: interval?.low ?? null, high: interval?.high ?? null, p }
  },
  shown(record, prediction, contest) {
    const outcome = outcomeOf(goldOf(record), prediction && predictionOf(prediction), matchOf(contest))
    const { erroneous, flagged, goldSpans, predictedSpans, pairs } = outcome
    return {
      mark: markOf(outcome),
      view: {
        erroneous,
        flagged,
        gold: goldSpans.map(({ start, end, type }) => ({ start, end, type })),
        predicted: predictedSpans.map((span) => span && { start: span.start, end: span.end }),
        pairs: pairs.map(([gold, predicted]) => [gold, predicted]),
      },
    }
  },
}

const markOf = (outcome: Outcome) => (outcome.missing ? 'abcde' : '01234').charAt(kindOf(outcome))
const kindOfMark = (mark: string) => ('01234'.indexOf(mark) + 1 || 'abcde'.indexOf(mark) + 1) - 1
/** -1 where the contestant did not do the item. */
const kindsOf = (marks: string) => Int8Array.from(marks, kindOfMark)

/** Enough of an outcome for every measure. */
function stubOf(mark: string, id: string, { type = [], ...facets }: Marked['facets']): Outcome {
  const kind = kindOfMark(mark)
  const goldSpans = type.map((name) => ({ start: 0, end: 0, type: name }))
  const rest = { goldSpans, predictedSpans: [], pairs: [], unjudged: [], facets }
  return { id, erroneous: kind >= 2, flagged: kind !== 0 && kind !== 2, localised: kind === 4, missing: mark >= 'a', ...rest }
}

/** Error types stand among the facets, as `type`: an erroneous item counts under each of its types. */
function facetsOf({ facets, goldSpans }: Pick<Outcome, 'facets' | 'goldSpans'>): Marked['facets'] {
  if ('type' in facets) return facets
  const types = [...new Set(goldSpans.flatMap(({ type }) => type ?? []))]
  return types.length ? { ...facets, type: types } : facets
}

function goldOf(record: JsonObject): Gold {
  const gold = readGold(record)
  if (!gold || 'reason' in gold) throw new Error(`a released record is no gold: ${JSON.stringify(gold)}`)
  return gold
}

function matchOf({ match, expert }: Contest): Match {
  const rule = matchRuleOf(match)
  if (!rule) throw new Error(`no match rule is called ${match}`)
  if (!expert) return { rule }
  const said = (same: boolean | null) => (same === null ? 'unjudged' : same ? 'same' : 'different')
  return { rule, expert: (_, gold, { start, end }) => said(expert({ goldStart: gold.start, goldEnd: gold.end, start, end })) }
}

const jsonOf = ({ flagged, spans }: Prediction): JsonObject => ({ flagged, spans: spans.map((span): JsonObject => ({ ...span })) })
/** What `readPrediction` made, as the database gave it back. */
const predictionOf = (json: JsonObject): Prediction => ({ flagged: json['flagged'] === true, spans: json['spans'] as unknown as PredictedSpan[] })

type Intervals = ReturnType<typeof intervalsOf>
const scored = (values: Record<string, Measured | { value: null; reason: string }>, intervals: Intervals): Record<string, Scored> =>
  Object.fromEntries(
    measureNames.map((name) => {
      const { value, reason } = values[name]!
      const interval = value === null ? null : intervals[name]
      return [name, { value, reason, low: interval?.low ?? null, high: interval?.high ?? null }]
    }),
  )

/** What has more values than this tells items apart one by one, as a number or a source does: nobody reads a table of it. */
const mostGroups = 100

function groupsOf(outcomes: readonly Outcome[], coarse: Coarse | null, of: Resampling & { confidence: number }) {
  let tooSmall = 0
  const members = coarse ? null : membersOf(outcomes)
  const facets = Object.entries(breakdownOf(outcomes)).filter(([, groups]) => Object.keys(groups).length <= mostGroups)
  const by = facets.map(([name, groups]) => {
    const told = Object.entries(groups).flatMap(([value, { counts, values }]) => {
      const group = members?.get(JSON.stringify([name, value])) ?? []
      const measured = coarse ? blurred(counts, values, coarse) : { items: group.length, counts, measures: scored(values, intervalsOf(group, of)) }
      if (measured) return [[value, measured] as const]
      tooSmall += 1
      return []
    })
    return [name, Object.fromEntries(told)] as const
  })
  return [Object.fromEntries(by.filter(([, groups]) => Object.keys(groups).length > 0)), tooSmall] as const
}

function membersOf(outcomes: readonly Outcome[]): Map<string, Outcome[]> {
  const members = new Map<string, Outcome[]>()
  for (const outcome of outcomes)
    for (const [name, values] of Object.entries(facetsOf(outcome)))
      for (const value of new Set(values)) {
        const key = JSON.stringify([name, value])
        const group = members.get(key)
        if (group) group.push(outcome)
        else members.set(key, [outcome])
      }
  return members
}
