import { facetsOf } from '../../facets-of'
import type { Remaking } from '../../gold-without'
import { readerMarks, readersAgainst } from '../../reader-marks'
import type { JsonObject } from '../../task'
import type { Contest, OpenPair, RoundRead, TaskEvaluation } from '../../evaluation'
import { tallyScores } from '../../tally/tally-scores'
import { disagreement } from '../disagreement'
import { judgmentSchema, type Judgment } from '../judgment'
import { merge } from '../merge'
import { settingsSchema } from '../settings'
import { facetsOfOutcome } from './facets-of-outcome'
import type { Gold, GoldSpan, Sentences } from './gold'
import { kindOfMark, markOf } from './marks'
import { matchRuleOf, type Match } from './match'
import { outcomeOf, type Outcome } from './outcomes'
import { plan } from './plan'
import { predictionProblem, unplacedSpans, type PredictedSpan, type Prediction } from './prediction'
import { readGold } from './read-gold'
import { readPrediction } from './read-prediction'
import { runPrediction } from './run-prediction'

/** Error spans as a contest. A mark is the kind of an outcome, one character (`marks.ts`). */
export const evaluation: TaskEvaluation = {
  // Since 2 nothing is told that few labels bear; since 3 groups that labels make are told no more than they can hide;
  // since 4 one item has neither interval nor p.
  rules: 4,
  ...tallyScores(plan),
  matches: ['overlap:0.5', 'exact', 'contains', 'sentence'],
  judgedOn: 'overlap:0.5',
  kindOf: kindOfMark,
  isRight: (mark) => ['0', '4'].includes(kindOfMark(mark)),
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
  problemOf(prediction, length, settings) {
    const said = predictionOf(prediction)
    const { errorsPerText } = settingsSchema.parse(settings)
    // Whoever names many places is right in one of them: where a text has one error, one is all that may be named.
    if (errorsPerText === 'exactly-one' && said.flagged && said.spans.length > 1) return { field: 'spans', reason: 'one-place-only', values: { found: said.spans.length } }
    return predictionProblem(said, { length })
  },
  // A number means a sentence of the data it was given out with: by any other cut it would be another's.
  misfit: (prediction, { sentences }) => (!sentences && predictionOf(prediction).spans.some((span) => 'sentence' in span) ? { field: 'sentence', reason: 'no-sentences' } : null),
  unplaced: (prediction, { text, sentences }) => unplacedSpans(predictionOf(prediction), text as string, (sentences ?? null) as Sentences | null),
  input: ({ id, text, sentences, textSha256, language = null, specialty = null }) => ({ id: id!, text: text!, ...(sentences ? { sentences } : {}), textSha256: textSha256!, language, specialty }),
  facets: (record) => facetsOfOutcome({
    facets: facetsOf(record, record['tags'] as JsonObject | null | undefined),
    goldSpans: (record['spans'] ?? []) as unknown as GoldSpan[],
  }),
  mark(record, prediction, contest) {
    const outcome = outcomeOf(goldOf(record), prediction && predictionOf(prediction), matchOf(contest))
    return {
      mark: markOf(outcome),
      facets: facetsOfOutcome(outcome),
      open: openIn(outcome),
    }
  },
  readerMarks(record, given, contest) {
    const [{ readings, gold, remaking }, match] = [readIn(record, given), matchOf(contest)]
    return readerMarks<Gold, Judgment>(readings, gold, { ...remaking, mark: (against, judgment) => markOf(outcomeOf(against, ofJudgment(judgment), match)) })
  },
  openOfReaders(record, given, contest) {
    const [{ readings, gold, remaking }, match] = [readIn(record, given), matchOf(contest)]
    return readersAgainst<Gold, Judgment>(readings, gold, remaking).flatMap(({ answer, against }) => (typeof against === 'string' ? [] : openIn(outcomeOf(against, ofJudgment(answer), match))))
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

/** Readings, and how a verdict is made anew without one of them. */
function readIn(record: JsonObject, { basis, readings, settings: given }: RoundRead & { settings: unknown }) {
  const [gold, settings] = [goldOf(record), settingsSchema.parse(given)]
  const remaking: Remaking<Gold, Judgment> = {
    isDisputed: (others) => disagreement(others, settings).disputed,
    goldOf(others) {
      const { veracity, spans } = merge(others, settings)
      return { ...gold, erroneous: veracity === 'erroneous', spans }
    },
  }
  return { readings: readings.map(({ reader, answer }) => ({ reader, answer: judgmentSchema.parse(answer) })), gold: { gold, basis }, remaking }
}

function openIn(outcome: Outcome): OpenPair[] {
  if (!outcome.erroneous) return []
  return outcome.unjudged.flatMap(([gold, predicted]) => {
    const [there, here] = [outcome.goldSpans[gold]!, outcome.predictedSpans[predicted]]
    return here ? [{ goldStart: there.start, goldEnd: there.end, start: here.start, end: here.end }] : []
  })
}

function goldOf(record: JsonObject): Gold {
  const gold = readGold(record)
  if (!gold || 'reason' in gold) throw new Error(`a released record is no gold: ${JSON.stringify(gold)}`)
  return gold
}

/** A reader's answer as a system would have given it. */
const ofJudgment = ({ veracity, spans }: Judgment): Prediction => ({ flagged: veracity === 'erroneous', spans: spans.map(({ start, end }) => ({ start, end })) })

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
