import type { Facets, TaskEvaluation } from '../../evaluation'
import { facetsOf } from '../../facets-of'
import { readerMarks } from '../../reader-marks'
import type { JsonObject } from '../../task'
import { markOf } from '../../tally/tally'
import { tallyScores } from '../../tally/tally-scores'
import { disagreement } from '../disagreement'
import { judgmentSchema, type Choice, type Judgment } from '../judgment'
import { merge } from '../merge'
import { settingsSchema } from '../settings'
import { plan } from './columns'
import { misfit, predictionOf, readPrediction } from './prediction'
import { shown } from './shown'
import { tallyOf, type Gold } from './tally-of'

/** Preferences as a contest for reward models: scores of responses against which of them is better. A mark is a tally (`columns.ts`). */
export const evaluation: TaskEvaluation = {
  // Since 2 nothing is told that few labels bear; since 3 groups that labels make are told no more than they can hide;
  // since 4 one item has neither interval nor p.
  rules: 4,
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
  unplaced: null,
  input: ({ id, prompt, responses, textSha256, language = null, specialty = null }) => ({ id: id!, prompt: prompt!, responses: responses!, textSha256: textSha256!, language, specialty }),
  facets: recordFacets,
  mark: (record, prediction) => ({ mark: markOf(tallyOf(goldOf(record), prediction && predictionOf(prediction))), facets: recordFacets(record), open: [] }),
  openOfReaders: null,
  readerMarks(record, { basis, readings, settings: given }) {
    const [gold, settings] = [goldOf(record), settingsSchema.parse(given)]
    const ids = gold.responses.map(({ id }) => id)
    return readerMarks<Gold, Judgment>(
      readings.map(({ reader, answer }) => ({ reader, answer: judgmentSchema.parse(answer) })),
      { gold, basis },
      {
        isDisputed: (others) => disagreement(others, settings).disputed,
        goldOf(others) {
          const { overall, axes } = merge(others, settings)
          return { responses: gold.responses, overall, axes }
        },
        mark: (against, judgment) => markOf(tallyOf(against, predictionOf(ofJudgment(judgment, ids)))),
      },
    )
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

function recordFacets(record: JsonObject): Facets {
  return facetsOf(record, (record['tags'] ?? {}) as JsonObject)
}
