/**
 * How systems are scored on a task's verdicts: what generic code (services, boards, the interface for programs) may ask.
 * Each item becomes one mark, a character that says how the contestant did on it; every measure is a function of marks, so
 * that what is kept of a contest is one short string, resampling is cheap, and nothing of an item's label is in a score.
 */
import type { RowProblem } from '@/lib/formats/item-row'
import type { Resampling } from '@/lib/stats/bootstrap'
import type { Json, JsonObject } from './task'

export type Mark = string
/** What items are told apart by in a breakdown: several values where a tag is a list. */
export type Facets = Readonly<Record<string, readonly string[]>>
export type Marked = { mark: Mark; facets: Facets }

export type MeasureInfo = { name: string; better: 'higher' | 'lower' }

/** A measure with its interval; `value` null with the reason why there is none. */
export type Scored = { value: number | null; reason: string | null; low: number | null; high: number | null }
export type GroupScores = { items: number; counts: Record<string, number>; measures: Record<string, Scored> }
export type Scores = GroupScores & {
  confidence: number
  resamples: number
  seed: number
  /** By facet and value; groups in code-unit order. */
  by: Record<string, Record<string, GroupScores>>
  /** Groups of which nothing is told, for being smaller than labels can be hidden in. */
  tooSmall: number
}

/** Measures of a group only where `smallest` items are in what they divide by, rounded to `step`, with neither counts nor interval. */
export type Coarse = { smallest: number; step: number }

export type Difference = { difference: number | null; low: number | null; high: number | null; p: number | null }

/** A place that a prediction names and no rule matched, beside one that the verdict names; in code points. */
export type OpenPair = { goldStart: number; goldEnd: number; start: number; end: number }
/** What an expert said of such a pair; null: nothing yet. */
export type Expert = (pair: OpenPair) => boolean | null

export type Contest = { match: string; expert?: Expert }

export type Reading = { reader: string; answer: unknown }
/** How a reader did on an item; `mark` null where the verdict cannot be made without them. */
export type ReaderMark = { reader: string; mark: Mark | null; why: string | null }

export type TaskEvaluation = {
  /** Match rules that every contest is scored under; the first is what a board shows unassked otherwise. */
  matches: readonly [string, ...string[]]
  /** The rule that experts' answers stand on top of. */
  judgedOn: string
  measures: readonly MeasureInfo[]
  /** The measures in which contestants are compared with each other, the first ranks them. */
  compared: readonly [string, ...string[]]
  /** A record of a predictions file, or the first thing wrong with it. */
  readPrediction: (record: Record<string, unknown>) => { id: string; prediction: JsonObject } | RowProblem
  /** A line of a MEDIQA-CORR run; null where the task has no such runs. */
  readRunLine: ((line: { id: string; flagged: boolean; sentence: number | null }) => { id: string; prediction: JsonObject }) | null
  /** What keeps a prediction from being scored on a text of that many code points. Never says anything of the verdict. */
  problemOf: (prediction: JsonObject, length: number) => RowProblem | null
  /** What a system is given of a record: nothing that the verdict says. */
  input: (record: JsonObject) => JsonObject
  /** `prediction` undefined: there is none, which counts as wrong. `open`: what an expert could be asked. */
  mark: (record: JsonObject, prediction: JsonObject | undefined, contest: Contest) => Marked & { open: OpenPair[] }
  /** A reader's answer as a system would have given it. */
  predictionOfReading: (answer: unknown) => JsonObject
  /** Every reader of an item as a contestant: against the verdict where they did not shape it, else against the others'. */
  readerMarks: (
    record: JsonObject,
    given: { basis: 'consensus' | 'adjudication'; readings: readonly Reading[]; settings: unknown },
    contest: Contest,
  ) => (ReaderMark & { facets: Facets })[]
  /** `coarse`: how groups are told of where labels are hidden; null: as they are. O(resamples · items · facets). */
  scores: (items: readonly Marked[], of: Resampling & { confidence: number; coarse: Coarse | null }) => Scores
  /** The mean over contestants who each did some of the items (a space where they did not), with an interval by item. */
  meanScores: (contestants: readonly string[], of: Resampling & { confidence: number }) => Scores
  /** `a` minus `b` over the same items in the same order, by the paired bootstrap. */
  difference: (a: string, b: string, measure: string, of: Resampling & { confidence: number }) => Difference
  /** One item as the error browser shows it: what the verdict says beside what was predicted. */
  shown: (record: JsonObject, prediction: JsonObject | undefined, contest: Contest) => { mark: Mark; view: Json }
}
