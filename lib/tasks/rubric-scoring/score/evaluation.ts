import type { Facets, Reading, TaskEvaluation } from '../../evaluation'
import { facetsOf } from '../../facets-of'
import { readerMarks } from '../../reader-marks'
import type { JsonObject } from '../../task'
import { markOf } from '../../tally/tally'
import { tallyScores } from '../../tally/tally-scores'
import { disagreement } from '../disagreement'
import { asScoring } from '../formats/scoring-record'
import { judgmentSchema, type Judgment } from '../judgment'
import { ownLabels } from '../own-labels'
import { merge } from '../merge'
import { preferencesIn } from '../scores'
import { settingsSchema } from '../settings'
import { plan } from './columns'
import { misfit, predictionOf, readPrediction } from './prediction'
import { shown } from './shown'
import { tallyOf, type Gold } from './tally-of'

/**
 * Rubric scoring as a contest for reward models (scores of responses, or of responses on criteria) and for graders (which criteria
 * a response meets). A mark is a tally (`columns.ts`).
 */
export const evaluation: TaskEvaluation = {
  ...tallyScores(plan),
  matches: ['verdict'],
  judgedOn: null,
  isRight: (mark) => mark.startsWith('r'),
  asksReaders: true,
  compared: ['pairwise.overall', 'pointwise.overall', 'meta.f1'],
  readPrediction,
  readRunLine: null,
  problemOf: () => null,
  misfit,
  unplaced: null,
  input: ({ id, prompt, rubric, responses, textSha256, language = null, specialty = null }) => ({ id: id!, prompt: prompt!, rubric: rubric!, responses: responses!, textSha256: textSha256!, language, specialty }),
  facets: recordFacets,
  mark: (record, prediction, { readings = [] }) => ({
    mark: markOf(tallyOf(asScoring(record), prediction && predictionOf(prediction), readings.map((one) => ownLabels(judgmentOf(one))))),
    facets: recordFacets(record),
    open: [],
  }),
  predictionOfReading: (answer) => ofJudgment(judgmentSchema.parse(answer)),
  readerMarks(record, { basis, readings, settings: given }) {
    const [gold, settings] = [asScoring(record), settingsSchema.parse(given)]
    return readerMarks<Gold, Judgment>(
      readings.map((one) => ({ reader: one.reader, answer: judgmentOf(one) })),
      { gold, basis },
      {
        isDisputed: (others) => disagreement(others, settings).disputed,
        goldOf(others) {
          const { labels } = merge(others, settings)
          return { ...gold, labels, preferences: preferencesIn(gold, labels) }
        },
        mark: (against, judgment, others) => markOf(tallyOf(against, predictionOf(ofJudgment(judgment)), others.map(ownLabels), judgment.asked ?? null)),
      },
    )
  },
  shown: (record, prediction) => {
    const tally = tallyOf(asScoring(record), prediction && predictionOf(prediction), [])
    return { mark: markOf(tally), view: shown(asScoring(record), prediction && predictionOf(prediction)) }
  },
}

const judgmentOf = ({ answer }: Reading): Judgment => judgmentSchema.parse(answer)

/** A reader's answer as a grader would have given it. Names are a file's, and may be any word: nothing is assigned by one. */
function ofJudgment(judgment: Judgment): JsonObject {
  const met = new Map<string, [criterion: string, label: string][]>()
  for (const { response, criterion, label } of ownLabels(judgment)) met.set(response, [...(met.get(response) ?? []), [criterion, label]])
  return { scores: {}, criteria: {}, met: Object.fromEntries([...met].map(([response, said]) => [response, Object.fromEntries(said)])) }
}

/** The canary of a benchmark tells no item from another. */
function recordFacets(record: JsonObject): Facets {
  const { canary: _, ...tags } = (record['tags'] ?? {}) as JsonObject
  return facetsOf(record, tags)
}
