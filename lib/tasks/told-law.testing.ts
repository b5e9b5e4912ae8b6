import fc from 'fast-check'
import type { Mark, Marked, TaskEvaluation } from './evaluation'
import { evaluation as errorSpans } from './error-spans/score/evaluation'
import { plan as errorSpansPlan } from './error-spans/score/plan'
import { keptMarks } from './kept-marks'
import { content as preferenceContent, better } from './preference/any-readings.testing'
import { verdictRecord as preferenceRecord } from './preference/record'
import { plan as preferencePlan } from './preference/score/columns'
import { evaluation as preference } from './preference/score/evaluation'
import { criterionOf } from './rubric-scoring/any-readings.testing'
import { verdictRecord as scoringRecord } from './rubric-scoring/record'
import { plan as scoringPlan } from './rubric-scoring/score/columns'
import { evaluation as scoring } from './rubric-scoring/score/evaluation'
import { provisionalReward } from './rubric/reward'
import { scoredAtOnce } from './scored-at-once.testing'
import { bearingOf } from './tally/tally-bearing'
import type { TallyPlan } from './tally/tally-plan'
import type { JsonObject } from './task'
import { toldScores } from './told-scores'

/** A task where each item has one label of two, and a system says one of a few things of it. */
export type TaskLaw = {
  evaluation: TaskEvaluation
  plan: TallyPlan<string>
  record: (label: boolean) => JsonObject
  said: Readonly<Record<string, JsonObject | undefined>>
  /** What may be said of a few items beside what is said of all others, and of which measures nothing is told then. */
  few: readonly { few: string; rest: string; silent: (measure: string) => boolean }[]
}

const head = { id: 'i', textSha256: '', language: 'en', specialty: null, group: null, source: null, licence: null, tags: {} }
const given = { basis: 'adjudication', version: 1, protocol: 1, rationale: null, cause: null } as const
const text = 'Metformin is contraindicated in type 2 diabetes.'
const span = (start: number, end: number) => ({ start, end })
const rubric = { version: 1, criteria: [criterionOf('m', 'main', { weight: 1_000_000, points: 5 }), criterionOf('v', 'veto', { points: -50 })], reward: provisionalReward, countsBy: 'groups' as const }
const labelsOf = (violated: boolean) => ['x', 'y'].flatMap((response) => [
  { response, criterion: 'm', label: 'met' as const, rationale: '', evidence: [] },
  { response, criterion: 'v', label: violated && response === 'x' ? ('violated' as const) : ('not-met' as const), rationale: '', evidence: [] },
]) // prettier-ignore
const met = (x: boolean, y: boolean): JsonObject => ({ scores: {}, criteria: {}, met: { x: { m: true, v: x }, y: { m: true, v: y } } })
const preferred = (id: string) => ({ overall: better(id), axes: {}, rationale: '', shown: ['two', 'one', 'three'] })

export const taskLaws: Readonly<Record<string, TaskLaw>> = {
  'error-spans': {
    evaluation: errorSpans,
    plan: errorSpansPlan,
    record: (label) => ({ id: 'i', text, veracity: label ? 'erroneous' : 'correct', spans: label ? [{ ...span(0, 9), type: 'drug' }] : [], tags: {} }),
    said: {
      here: { flagged: true, spans: [span(0, 9)] },
      elsewhere: { flagged: true, spans: [span(20, 30)] },
      both: { flagged: true, spans: [span(0, 9), span(20, 30)] },
      not: { flagged: false, spans: [] },
      missing: undefined,
    },
    few: ['here', 'both', 'not'].flatMap((few) => ['elsewhere', 'not', 'missing'].filter((rest) => (few === 'not') !== (rest === 'not')).map((rest) => ({ few, rest, silent: (measure) => measure !== 'spansPerFlagged' }))),
  },
  'rubric-scoring': {
    evaluation: scoring,
    plan: scoringPlan,
    record: (label) => scoringRecord(head, { prompt: [{ role: 'user', content: 'Hm?' }], rubric, responses: [{ id: 'x', text: 'X.' }, { id: 'y', text: 'Y.' }] }, given, { labels: labelsOf(label), note: '', shown: ['x', 'y'] }, { reward: provisionalReward }),
    said: { violated: met(true, false), clear: met(false, false), both: met(true, true), scores: { scores: { x: 1, y: 0 }, criteria: {}, met: {} }, missing: undefined },
    few: [
      { few: 'violated', rest: 'clear', silent: (measure) => measure.startsWith('veto') || measure.startsWith('pairwise') },
      { few: 'clear', rest: 'both', silent: (measure) => measure.startsWith('pairwise') },
      { few: 'violated', rest: 'scores', silent: (measure) => /^(veto|pointwise|meta)/.test(measure) },
      { few: 'violated', rest: 'missing', silent: (measure) => !measure.startsWith('healthBench') },
      { few: 'scores', rest: 'missing', silent: (measure) => !measure.startsWith('healthBench') },
    ],
  },
  preference: {
    evaluation: preference,
    plan: preferencePlan,
    record: (label) => preferenceRecord(head, preferenceContent, given, preferred(label ? 'one' : 'two')),
    said: { one: { scores: { one: 2, two: 1, three: 0 }, axes: {} }, two: { scores: { one: 1, two: 2, three: 0 }, axes: {} }, same: { scores: { one: 1, two: 1, three: 1 }, axes: {} }, missing: undefined },
    few: ['same', 'missing'].map((rest) => ({ few: 'one', rest, silent: () => true })),
  },
} // prettier-ignore

export type World = { labels: readonly boolean[]; said: readonly string[] }

export const turned = ({ labels, said }: World, item: number): World => ({ labels: labels.with(item, !labels[item]), said })

/** Worlds of so many items; a rival says the same of most. */
export const anyWorld = (law: TaskLaw, items: { min: number; max: number }): fc.Arbitrary<World & { rival: string[] }> =>
  fc.record({ seed: fc.nat(1e6), items: fc.integer(items), erroneous: fc.constantFrom(0.2, 0.5, 0.8), apart: fc.constantFrom(0, 0.02, 0.3), leaning: fc.constantFrom(0, 0.5, 0.9) }).map((drawn) => {
    let state = drawn.seed + 1
    const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
    const all = Object.keys(law.said)
    const any = () => (random() < drawn.leaning ? all[0]! : all[Math.floor(random() * all.length)]!)
    const said = Array.from({ length: drawn.items }, any)
    return { labels: said.map(() => random() < drawn.erroneous), said, rival: said.map((each) => (random() < drawn.apart ? any() : each)) }
  })

const coarse = { smallest: 40, step: 0.05 }
const of = { seed: 1, resamples: 400, confidence: 0.95, coarse }

/** All that others are told of a system that says so, and of how it differs from a rival; beside it what is so, and how many items bear it. */
export function toldOf(law: TaskLaw, { labels, said }: World, rival: readonly string[]) {
  const { evaluation, plan } = law
  const { scores, difference } = scoredAtOnce(evaluation)
  const known = new Map<string, Marked>()
  const marked = (label: boolean, what: string): Marked => {
    const key = `${label} ${what}`
    if (!known.has(key)) known.set(key, evaluation.mark(law.record(label), law.said[what], { match: evaluation.matches[0] }))
    return known.get(key)!
  }
  const [own, theirs] = [said, rival].map((all) => labels.map((label, item) => marked(label, all[item]!))) as [Marked[], Marked[]]
  const exact = scores(own.map(({ mark, facets }, item) => ({ mark, facets: { ...facets, ward: [item % 3 ? 'a' : 'b'] } })), of)
  const kept = (all: readonly { mark: Mark }[]) => keptMarks(all.map(({ mark }) => mark), evaluation.between)
  const against = Object.fromEntries(evaluation.compared.map((name) => [name, difference(kept(own), kept(theirs), name, of)]))
  const told = toldScores(exact, { rival: against }, { items: labels.length, answered: said.filter((what) => law.said[what]).length, smallest: coarse.smallest })
  return { ...told, against: told.against['rival'] ?? {}, exact, bearing: bearingsOf(plan, own), rivalBearing: bearingsOf(plan, theirs) }
}

function bearingsOf(plan: TallyPlan<string>, marks: readonly Marked[]): Record<string, number> {
  const [sums, largest] = [new Float64Array(plan.columns.length), new Float64Array(plan.columns.length)]
  for (const { mark } of marks)
    plan.read(mark)?.counts.forEach((count, column) => {
      sums[column]! += count
      largest[column] = Math.max(largest[column]!, count)
    })
  return Object.fromEntries(plan.measures.map(({ name, over }) => [name, bearingOf(plan, over, { sums, largest }, 0)]))
}
