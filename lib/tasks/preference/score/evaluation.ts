import type { Facets, ReaderMark, TaskEvaluation } from '../../evaluation'
import { facetsOf } from '../../facets-of'
import type { JsonObject } from '../../task'
import { markOf } from '../../tally/tally'
import { tallyScores } from '../../tally/tally-scores'
import { disagreement } from '../disagreement'
import { judgmentSchema, type Choice, type Judgment } from '../judgment'
import { merge } from '../merge'
import { settingsSchema, type Settings } from '../settings'
import { plan } from './columns'
import { misfit, predictionOf, readPrediction } from './prediction'
import { shown } from './shown'
import { tallyOf, type Gold } from './tally-of'

/** Preferences as a contest for reward models: scores of responses against which of them is better. A mark is a tally (`columns.ts`). */
export const evaluation: TaskEvaluation = {
  ...tallyScores(plan),
  matches: ['verdict'],
  judgedOn: null,
  isRight: (mark) => mark.startsWith('r'),
  asksReaders: false,
  compared: ['pairwise.overall'],
  readPrediction,
  readRunLine: null,
  problemOf: () => null,
  misfit,
  input: ({ id, prompt, responses, textSha256, language = null, specialty = null }) => ({ id: id!, prompt: prompt!, responses: responses!, textSha256: textSha256!, language, specialty }),
  mark: (record, prediction) => ({ mark: markOf(tallyOf(goldOf(record), prediction && predictionOf(prediction))), facets: recordFacets(record), open: [] }),
  predictionOfReading(answer) {
    const judgment = judgmentSchema.parse(answer)
    return ofJudgment(judgment, judgment.shown)
  },
  readerMarks(record, { basis, readings, settings }) {
    const [gold, facets] = [goldOf(record), recordFacets(record)]
    const judgments = readings.map(({ reader, answer }) => ({ reader, judgment: judgmentSchema.parse(answer) }))
    return judgments.map(({ reader, judgment }): ReaderMark & { facets: Facets } => {
      const others = judgments.filter((other) => other.reader !== reader).map((other) => other.judgment)
      const against = goldWithout(gold, basis, others, settingsSchema.parse(settings))
      if (typeof against === 'string') return { reader, mark: null, why: against, facets }
      return { reader, mark: markOf(tallyOf(against, predictionOf(ofJudgment(judgment, gold.responses.map(({ id }) => id))))), why: null, facets }
    })
  },
  shown: (record, prediction) => ({
    mark: markOf(tallyOf(goldOf(record), prediction && predictionOf(prediction))),
    view: shown(record, prediction && predictionOf(prediction)),
  }),
}

const goldOf = (record: JsonObject): Gold => record as unknown as Gold

/** A reader's answer as a reward model would have given it: the chosen response above the others, which are alike. */
function ofJudgment({ overall, axes }: Judgment, ids: readonly string[]): JsonObject {
  const scores = ({ response }: Choice) => Object.fromEntries(ids.map((id) => [id, Number(id === response)]))
  return { scores: scores(overall), axes: Object.fromEntries(Object.entries(axes).map(([axis, choice]) => [axis, scores(choice)])) }
}

/**
 * What a reader is measured by: an adjudicated verdict as it stands; of one by consensus, which is in part their own answer, what
 * the others' readings make without them, or why there is none.
 */
function goldWithout(gold: Gold, basis: 'consensus' | 'adjudication', others: readonly Judgment[], settings: Settings): Gold | 'alone' | 'others-differ' {
  if (basis === 'adjudication') return gold
  if (others.length === 0) return 'alone'
  if (disagreement(others, settings).disputed) return 'others-differ'
  const { overall, axes } = merge(others, settings)
  return { responses: gold.responses, overall, axes }
}

const recordFacets = (record: JsonObject): Facets => facetsOf(record, (record['tags'] ?? {}) as JsonObject)
