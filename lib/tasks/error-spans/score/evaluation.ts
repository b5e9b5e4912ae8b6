import type { JsonObject } from '../../task'
import type { Contest, TaskEvaluation } from '../../evaluation'
import { tallyScores } from '../../tally/tally-scores'
import { judgmentSchema } from '../judgment'
import { settingsSchema } from '../settings'
import { facetsOfOutcome } from './facets-of-outcome'
import type { Gold } from './gold'
import { markOf } from './marks'
import { matchRuleOf, type Match } from './match'
import { outcomeOf } from './outcomes'
import { plan } from './plan'
import { predictionProblem, type PredictedSpan, type Prediction } from './prediction'
import { readGold } from './read-gold'
import { readPrediction } from './read-prediction'
import { predictionOf as predictionOfJudgment, readersScored } from './readers'
import { runPrediction } from './run-prediction'

/** Error spans as a contest. A mark is the kind of an outcome, one character (`marks.ts`). */
export const evaluation: TaskEvaluation = {
  ...tallyScores(plan),
  matches: ['overlap:0.5', 'exact', 'contains', 'sentence'],
  judgedOn: 'overlap:0.5',
  isRight: (mark) => mark === '0' || mark === '4',
  asksReaders: false,
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
      facets: facetsOfOutcome(outcome),
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
    }))
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
