/**
 * How systems are scored on a task's verdicts: what generic code (services, boards, the interface for programs) may ask.
 * Each item becomes one mark, a few characters that say how the contestant did on it; every measure is a function of marks, so
 * that what is kept of a contest is one short string, resampling is cheap, and nothing of an item's label is in a score.
 */
import type { RowProblem } from '@/lib/formats/item-row'
import type { Resampling } from '@/lib/stats/bootstrap'
import type { Steps } from '@/lib/stats/steps'
import type { FacetGroups } from './facet-groups'
import type { Basis } from './gold-without'
import type { Json, JsonObject } from './task'

/** Where a task's marks are longer than one character, they hold no comma. */
export type Mark = string
/** What items are told apart by in a breakdown: several values where a tag is a list. */
export type Facets = Readonly<Record<string, readonly string[]>>
export type Marked = { mark: Mark; facets: Facets }
/** What a contestant did: places of items in ascending order and, by contest over the same items, the mark of each. */
export type Did = { at: readonly number[]; marks: readonly (readonly Mark[])[] }

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
  /** Groups of which nothing is told, for being smaller than labels can be hidden in; but of those that labels make, whose number would tell of them. */
  tooSmall: number
}
/** Where labels are hidden, beside the exact measures what others are told of them; null where they are open. */
export type ScoresAndTold = Scores & { told: Record<string, Scored> | null }

/** Where labels are hidden: measures only where `smallest` items bear them; of a group in steps of `step` at the finest, with neither counts nor interval. */
export type Coarse = { smallest: number; step: number }

export type Difference = { difference: number | null; low: number | null; high: number | null; p: number | null }
export type DifferenceAndTold = Difference & { told: Difference | null }

/** A place that a prediction names and no rule matched, beside one that the verdict names; in code points. */
export type OpenPair = { goldStart: number; goldEnd: number; start: number; end: number }
/** What an expert said of such a pair; null: nothing yet. */
export type Expert = (pair: OpenPair) => boolean | null

/** `coarse`: null where labels are open. */
export type Scoring = Resampling & { confidence: number; coarse: Coarse | null }

export type Reading = { reader: string; answer: unknown }
/** The readings of one round that still say something, and what settled what they were asked. */
export type RoundRead = { basis: Basis; readings: readonly Reading[] }

/** `readings`: of the item at hand, where the task asks for them (`asksReaders`). */
export type Contest = { match: string; expert?: Expert; readings?: readonly Reading[] }

/** How a reader did on an item; `mark` null where the verdict cannot be made without them. */
export type ReaderMark = { reader: string; mark: Mark | null; why: string | null }

export type TaskEvaluation = {
  /** Version of the rules by which marks are made and measured; raised whenever the same data could be scored otherwise than before. */
  rules: number
  /** Match rules that every contest is scored under; the first is what a board shows unassked otherwise. */
  matches: readonly [string, ...string[]]
  /** The rule that experts' answers stand on top of; null where there is nothing to ask them. */
  judgedOn: string | null
  /** What stands between an item's mark and the next where they are kept: nothing where a mark is one character. */
  between: '' | ','
  /** One character for what became of an item: by it the error browser chooses. */
  kindOf: (mark: Mark) => string
  /** Whether the contestant got all of the item right. */
  isRight: (mark: Mark) => boolean
  /** Whether systems are also held against the single readers of an item, not against the verdict alone. */
  asksReaders: boolean
  measures: readonly MeasureInfo[]
  /** The measures in which contestants are compared with each other, the first ranks them. */
  compared: readonly [string, ...string[]]
  /** A record of a predictions file, or the first thing wrong with it. */
  readPrediction: (record: Record<string, unknown>) => { id: string; prediction: JsonObject } | RowProblem
  /** A line of a MEDIQA-CORR run; null where the task has no such runs. */
  readRunLine: ((line: { id: string; flagged: boolean; sentence: number | null }) => { id: string; prediction: JsonObject }) | null
  /** What keeps a prediction from being scored on a text of that many code points, in a study of those settings. Never says anything of the verdict. */
  problemOf: (prediction: JsonObject, length: number, settings: unknown) => RowProblem | null
  /** The same, where the length does not say enough: held against what a system is given (`input`), which knows no verdict. */
  misfit: ((prediction: JsonObject, input: JsonObject) => RowProblem | null) | null
  /** How many places it names that the text does not have: they are scored, as missed, and who handed them in is told. Null where nothing is named so. */
  unplaced: ((prediction: JsonObject, input: JsonObject) => number) | null
  /** What a system is given of a record: nothing that the verdict says. */
  input: (record: JsonObject) => JsonObject
  /** What a record's item is told apart by. */
  facets: (record: JsonObject) => Facets
  /** `prediction` undefined: there is none, which counts as wrong. `open`: what an expert could be asked. */
  mark: (record: JsonObject, prediction: JsonObject | undefined, contest: Contest) => Marked & { open: OpenPair[] }
  /** Every reader of an item as a contestant, each once: against the verdict where they did not shape it, else against the others' of their round. `earlier`: of rounds before. */
  readerMarks: (
    record: JsonObject,
    given: RoundRead & { settings: unknown; earlier?: readonly RoundRead[] },
    contest: Contest,
  ) => ReaderMark[]
  /** What an expert could be asked of readers as contestants: their places beside those they are held against. Null where experts judge nothing. */
  openOfReaders: ((record: JsonObject, given: RoundRead & { settings: unknown }, contest: Contest) => OpenPair[]) | null
  /**
   * By contest; `facets` of all items, done or not. `coarse`: how they are told of where labels are hidden, groups to everybody; null: as they are.
   * All contests, and all groups, see the same draws of items. O(resamples · (items + kinds of items · facets)).
   */
  scores: (did: Did, facets: FacetGroups, of: Scoring) => Steps<ScoresAndTold[]>
  /** The mean over contestants who each did some of the items, by contest, with an interval by item; groups likewise. */
  meanScores: (contestants: readonly Did[], facets: FacetGroups, of: Scoring) => Steps<ScoresAndTold[]>
  /** In each measure asked for `own` minus each rival, marks as they are kept of the same items in the same order, by the paired bootstrap. */
  differences: (own: string, rivals: readonly string[], asked: readonly string[], of: Scoring) => Steps<Record<string, DifferenceAndTold>[]>
  /** One item as the error browser shows it: what the verdict says beside what was predicted. */
  shown: (record: JsonObject, prediction: JsonObject | undefined, contest: Contest) => { mark: Mark; view: Json }
}
