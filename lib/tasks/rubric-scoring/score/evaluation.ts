import type { Facets, Reading, TaskEvaluation } from '../../evaluation'
import { facetsOf } from '../../facets-of'
import type { JsonObject } from '../../task'
import { markOf } from '../../tally/tally'
import { tallyScores } from '../../tally/tally-scores'
import { asScoring } from '../formats/scoring-record'
import { judgmentSchema, type Judgment } from '../judgment'
import { ownLabels } from '../own-labels'
import { settingsSchema } from '../settings'
import { plan } from './columns'
import { misfit, predictionOf, readPrediction } from './prediction'
import { readersHeld } from './readers-held'
import { shown } from './shown'
import { tallyOf } from './tally-of'

/**
 * Rubric scoring as a contest for reward models (scores of responses, or of responses on criteria) and for graders (which criteria
 * a response meets). A mark is a tally (`columns.ts`).
 */
export const evaluation: TaskEvaluation = {
  // Since 2 readers are held to what still stands of every round; since 3 nothing is told that few labels bear;
  // since 4 what has negative points is satisfied by its absence, whatever its group, and what is told is borne by what no answer chooses;
  // since 5 one item has neither interval nor p.
  rules: 5,
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
  openOfReaders: null,
  readerMarks: (record, { settings, earlier = [], ...present }) => readersHeld(asScoring(record), [...earlier, present], settingsSchema.parse(settings)),
  shown: (record, prediction) => {
    const tally = tallyOf(asScoring(record), prediction && predictionOf(prediction), [])
    return { mark: markOf(tally), view: shown(asScoring(record), prediction && predictionOf(prediction)) }
  },
}

const judgmentOf = ({ answer }: Reading): Judgment => judgmentSchema.parse(answer)

/** The canary of a benchmark tells no item from another. */
function recordFacets(record: JsonObject): Facets {
  const { canary: _, ...tags } = (record['tags'] ?? {}) as JsonObject
  return facetsOf(record, tags)
}
