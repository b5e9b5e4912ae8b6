import type { Reading, TaskEvaluation } from './evaluation'
import { evaluation as errorSpans } from './error-spans/score/evaluation'
import { plan as errorSpansPlan } from './error-spans/score/plan'
import { better, tie } from './preference/any-readings.testing'
import { verdictRecord as preferenceRecord } from './preference/record'
import { plan as preferencePlan } from './preference/score/columns'
import { evaluation as preference } from './preference/score/evaluation'
import { criterionOf } from './rubric-scoring/any-readings.testing'
import type { CriterionLabel } from './rubric-scoring/judgment'
import { verdictRecord as scoringRecord } from './rubric-scoring/record'
import { plan as scoringPlan } from './rubric-scoring/score/columns'
import { evaluation as scoring } from './rubric-scoring/score/evaluation'
import { provisionalReward } from './rubric/reward'
import type { Label } from './rubric/scores'
import type { TallyPlan } from './tally/tally-plan'
import type { JsonObject } from './task'

/** A task where each item has one of a few labels and sizes, and a system says one of a few things of it, extreme ones among them. */
export type TaskLaw = {
  evaluation: TaskEvaluation
  plan: TallyPlan<string>
  labels: number
  sizes: number
  record: (label: number, size: number) => JsonObject
  readings?: (label: number, size: number) => Reading[]
  /** The first is what is said of most. */
  said: Readonly<Record<string, (size: number) => JsonObject | undefined>>
  /** What may be said of a few items beside what is said of all others, and of which measures nothing is told then. */
  few: readonly { few: string; rest: string; silent: (measure: string, ofGroup: boolean) => boolean }[]
}

const head = { id: 'i', textSha256: '', language: 'en', specialty: null, group: null, source: null, licence: null, tags: {} }
const given = { basis: 'adjudication', version: 1, protocol: 1, rationale: null, cause: null } as const
const prompt = [{ role: 'user' as const, content: 'Hm?' }]
const byName = <Value>(names: readonly string[], of: (name: string, nth: number) => Value): Record<string, Value> => Object.fromEntries(names.map((name, nth) => [name, of(name, nth)]))

const text = 'Metformin is contraindicated in type 2 diabetes. '.repeat(12)
const span = (start: number, end: number) => ({ start, end })
const flagging = (...spans: JsonObject[]) => () => ({ flagged: true, spans })
/** Types of its errors, and how hard it is. */
const errors: readonly (readonly [types: readonly string[], difficulty: number | null])[] = [[[], 1], [['drug'], 1], [['dose'], 1], [['drug'], 4], [['dose', 'drug'], null], [[], 4]]

/** Responses, and criteria of each group, by size: one of many questions among such of few. */
const shapes = [{ responses: ['x', 'y'], each: 1 }, { responses: ['x', 'y', 'z', 'w'], each: 4 }] as const
const criteriaOf = (size: number) =>
  Array.from({ length: shapes[size]!.each }, (_, nth) => [
    criterionOf(`m${nth}`, 'main', { weight: nth === 0 ? 1_000_000 : 0, points: nth === 0 ? 1 : 10 }),
    criterionOf(`v${nth}`, 'veto', { points: -10, axis: 'context' }),
  ]).flat()
const verdicts: readonly ((first: boolean, isVeto: boolean) => Label)[] = [
  (_, isVeto) => (isVeto ? 'not-met' : 'met'),
  (first, isVeto) => (isVeto ? (first ? 'violated' : 'not-met') : 'met'),
  (first, isVeto) => (isVeto ? 'not-applicable' : first ? 'not-met' : 'met'),
  (first, isVeto) => (isVeto ? (first ? 'not-met' : 'violated') : 'not-applicable'),
]
const labelsOf = (label: number, size: number): CriterionLabel[] =>
  shapes[size]!.responses.flatMap((response, nth) => criteriaOf(size).map(({ id, group }) => ({ response, criterion: id, label: verdicts[label]!(nth === 0, group === 'veto'), rationale: '', evidence: [] })))
const judgmentOf = (label: number, size: number) => ({ labels: labelsOf(label, size), note: '', shown: [...shapes[size]!.responses] })
const met = (of: (nth: number, isVeto: boolean) => boolean | null) => (size: number): JsonObject => ({
  scores: {},
  criteria: {},
  met: byName(shapes[size]!.responses, (_, nth) => Object.fromEntries(criteriaOf(size).flatMap(({ id, group }) => { const is = of(nth, group === 'veto'); return is === null ? [] : [[id, is]] }))),
})

/** Two responses, or all that an item may have. */
const names = [['one', 'two'], ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']] as const
const preferred = [
  { overall: better('one'), axes: { safety: better('one') } },
  { overall: better('two'), axes: { safety: better('one') } },
  { overall: tie, axes: {} },
  { overall: tie, axes: { safety: tie } },
  { overall: better('one'), axes: {} },
] // prettier-ignore
const scores = (of: (nth: number) => number, ofSafety: ((nth: number) => number) | null = null) => (size: number): JsonObject => ({ scores: byName(names[size]!, (_, nth) => of(nth)), axes: ofSafety ? { safety: byName(names[size]!, (_, nth) => ofSafety(nth)) } : {} })

export const taskLaws: Readonly<Record<string, TaskLaw>> = {
  'error-spans': {
    evaluation: errorSpans,
    plan: errorSpansPlan,
    labels: errors.length,
    sizes: 1,
    record: (label) => {
      const [types, difficulty] = errors[label]!
      return { id: 'i', text, veracity: types.length ? 'erroneous' : 'correct', spans: types.map((type) => ({ ...span(0, 9), type })), difficulty, tags: {} }
    },
    said: {
      here: flagging(span(0, 9)),
      elsewhere: flagging(span(20, 30)),
      both: flagging(span(0, 9), span(20, 30)),
      nowhere: flagging(),
      everywhere: flagging(...Array.from({ length: 500 }, (_, nth) => span(nth, nth + 9))),
      not: () => ({ flagged: false, spans: [] }),
      missing: () => undefined,
    },
    few: ['here', 'both', 'everywhere', 'not'].flatMap((few) => ['elsewhere', 'not', 'missing'].filter((rest) => (few === 'not') !== (rest === 'not')).map((rest) => ({ few, rest, silent: (measure, ofGroup) => ofGroup || measure !== 'spansPerFlagged' }))),
  },
  'rubric-scoring': {
    evaluation: scoring,
    plan: scoringPlan,
    labels: verdicts.length,
    sizes: shapes.length,
    record: (label, size) =>
      scoringRecord(head, { prompt, rubric: { version: 1, criteria: criteriaOf(size), reward: provisionalReward, counting: 'groups' }, responses: shapes[size]!.responses.map((id) => ({ id, text: `${id}.` })) }, given, judgmentOf(label, size), { reward: provisionalReward }),
    readings: (label, size) => [label, (label + 1) % verdicts.length].map((of, nth) => ({ reader: `R${nth}`, answer: judgmentOf(of, size) })),
    said: {
      violated: met((nth, isVeto) => !isVeto || nth === 0),
      clear: met((_, isVeto) => !isVeto),
      both: met(() => true),
      vetoes: met((nth, isVeto) => (isVeto ? nth === 0 : null)),
      scores: (size) => ({ scores: byName(shapes[size]!.responses, (_, nth) => (nth === 0 ? 1e300 : -1e300 / nth)), criteria: {}, met: {} }),
      missing: () => undefined,
    },
    few: [
      { few: 'violated', rest: 'clear', silent: (measure) => measure.startsWith('veto') || /^pairwise.(overall|safety)/.test(measure) },
      { few: 'clear', rest: 'both', silent: (measure) => measure.startsWith('pairwise') },
      { few: 'violated', rest: 'scores', silent: (measure) => /^(veto|pointwise|meta)/.test(measure) },
      { few: 'violated', rest: 'missing', silent: (measure) => !measure.startsWith('healthBench') },
      { few: 'scores', rest: 'missing', silent: (measure) => !measure.startsWith('healthBench') },
    ],
  },
  preference: {
    evaluation: preference,
    plan: preferencePlan,
    labels: preferred.length,
    sizes: names.length,
    record: (label, size) => preferenceRecord(head, { prompt, responses: names[size]!.map((id) => ({ id, text: `${id}.` })) }, given, { ...preferred[label]!, rationale: '', shown: [] }),
    said: {
      one: scores((nth) => -nth),
      two: scores((nth) => (nth === 1 ? 1e300 : -nth)),
      same: scores(() => 1),
      axis: scores(() => 1, (nth) => -nth),
      missing: () => undefined,
    },
    few: ['same', 'missing'].map((rest) => ({ few: 'one', rest, silent: () => true })),
  },
} // prettier-ignore
