import type { z } from 'zod'
import type { FieldProblem } from '@/lib/errors'
import type { ExchangeFormat } from '@/lib/formats/exchange-format'
import type { Localised } from '@/lib/locale'
import { genericCapabilities, type Capabilities } from './capabilities'
import type { TaskEvaluation } from './evaluation'
import type { RatedScale } from './rated-units'
import type { SharedFormat } from '@/lib/formats/read-items'
import type { RecordImport } from '@/lib/formats/read-records'
import type { AgreementFacts } from '@/lib/releases/agreement-facts'
import type { Interval } from '@/lib/spans/interval'
import type { Resampling } from '@/lib/stats/bootstrap'

/** What generic code (services, pages, downloads) may ask of a task. A task is one folder and one line in the registry. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

/** A ready-made protocol to start a study from: a guideline in Markdown, the form, and the settings that suit it. */
export type ProtocolTemplate<Settings, Form> = {
  code: string
  name: Localised
  summary: Localised
  guideline: Localised
  settings: Settings
  form: Form
}

/** Who is answering: a reader owes every field of the form, a verdict owes no difficulty and no confidence. */
export type AnswerOf = 'judgment' | 'verdict'

/** One thing that readings say, by the order of the readings given: the task's own data beside whether they agree. */
export type Disagreement<Point = Json> = { disputed: boolean; points: Point[] }

export type ItemHead = {
  id: string
  textSha256: string
  language: string | null
  specialty: string | null
  group: string | null
  source: string | null
  licence: string | null
  tags: JsonObject
}
/** A file of lines that a release makes of an item's record and its readings, readers by the release's pseudonyms. */
export type ReadingFormat = {
  code: string
  /** As of an exchange format. */
  writing?: number
  rowsOf: (record: JsonObject, readings: readonly JsonObject[]) => JsonObject[]
}

export type VerdictHead = {
  basis: 'consensus' | 'adjudication'
  version: number
  /** Number of the protocol version the verdict was given under. */
  protocol: number
  rationale: string | null
  /** Why the readers differed; null by consensus. */
  cause: string | null
}
export type ReadingHead = {
  /** Pseudonym, never a name or an account's id. */
  reader: string
  seat: string
  revision: number
  protocol: number
  activeMs: number
}

/** Whose look at which item it is, and from which seat, if any: what an order of its own hangs on. `turned`: asked again, the other way round. */
export type Beholder = { item: string; person: string; seat?: string | undefined; turned?: boolean }

/**
 * How one person sees an item whose parts stand in an order that could tell something (which response came first): another
 * order for every person and item, fixed by who looks. What is shown is named by what it says, and drafts are kept so, for they may be
 * gone on with from another seat; a judgment is taken back to the item's own names and says which order was shown.
 */
export type Arrangement<Content, Draft> = {
  show: (content: Content, beholder: Beholder) => Content
  toShown: (draft: Draft, content: Content, beholder: Beholder) => Draft
  fromShown: (draft: Draft, content: Content, beholder: Beholder) => Draft
}

/**
 * What items can be brought in from: formats that belong to no task, and sets of the task's own. `contentFields`: where what comes in is
 * held to more than what is stored already.
 */
export type TaskImports = { shared: readonly SharedFormat[]; records: readonly RecordImport[]; contentFields?: z.ZodObject }

/** What a verdict follows on: its version, what stood before it, and the readings of its round. */
export type Succession<Content, Settings, Judgment> = {
  version: number
  /** The last verdict before it that holds an answer; null: there is none. */
  before: { version: number; answer: Judgment } | null
  readings: readonly Judgment[]
  content: Content
  settings: Settings
}

/** The task as its own folder writes it, in its own types. */
export type TypedTask<Content, Settings, Form, Draft, Judgment extends Draft, Point> = Capabilities<Content, Settings, Form, Judgment> & {
  code: string
  name: Localised
  /** What dataset cards call tasks of this kind. */
  hubTasks: readonly string[]
  /** The record's own fields, to be joined with the fields every item has. */
  contentFields: z.ZodObject & z.ZodType<Content>
  /** What stands for an item in lists and searches, and by which twins are known; spans of a text are anchored in it. */
  textOf: (content: Content) => string
  /** Null where an item looks the same to everyone. */
  arrangement: Arrangement<Content, Draft> | null
  settings: z.ZodType<Settings>
  /** What a study has before anybody chose. */
  usualSettings: Settings
  form: z.ZodType<Form>
  draft: z.ZodType<Draft>
  judgment: z.ZodType<Judgment>
  emptyDraft: () => Draft
  /** Nothing found = complete. Codes are message keys. */
  problems: (
    draft: Draft,
    context: { content: Content; settings: Settings; form: Form; of?: AnswerOf },
  ) => FieldProblem[]
  disagreement: (judgments: readonly Judgment[], settings: Settings) => Disagreement<Point>
  /** The verdict's answer of undisputed judgments; a defect when they are disputed. */
  merge: (judgments: readonly Judgment[], settings: Settings) => Judgment
  /** A verdict's answer with what it carries on from the verdicts before; null where nothing does. */
  succession: ((answer: Judgment, succession: Succession<Content, Settings, Judgment>) => Judgment) | null
  /** The places in the text an answer speaks of, for the database to hold against the text. */
  anchors: (draft: Draft) => (Interval & { id: string; quote: string })[]
  templates: readonly ProtocolTemplate<Settings, Form>[]
  imports: TaskImports
  /** How systems are scored on its verdicts; null where they are not. */
  evaluation: TaskEvaluation | null
  /** One line of a download. `answer` null: the item was found unusable. */
  /** `form`: of the protocol that the verdict was given under. */
  verdictRecord: (item: ItemHead, content: Content, verdict: VerdictHead, answer: Judgment | null, form: Form) => JsonObject
  readingRecord: (item: ItemHead, reading: ReadingHead, judgment: Judgment) => JsonObject
  /**
   * The classes of a verdict's answer, each with its values; every verdict has the same names, with no value where a class says nothing of
   * it. Of the content there are the parts that `labelsFrom` names: a release looks at all of a study's verdicts.
   */
  labels: (answer: Judgment, of: { content: Content; settings: Settings }) => Record<string, readonly string[]>
  labelsFrom: readonly (keyof Content & string)[]
  /** A usable verdict's record, every field described. */
  recordSchema: z.ZodObject
  agreement: (settings: Settings, resampling: Resampling) => AgreementCollector<Judgment>
  /** What readers say, unit by unit, for agreement by axis, specialty, pair and criterion. */
  rated: RatedScale<Content, Judgment, Form>
  /** What verdicts can be handed on in; the first is the native one. */
  formats: readonly ExchangeFormat[]
  /** What readings can be handed on in beside their own records, where a release shows them. */
  readingFormats: readonly ReadingFormat[]
}

/** Agreement between independent readers, gathered item by item. */
export type AgreementCollector<Answer> = {
  /** `item`: what the readings are of; `form`: of the protocol each was given under. */
  add: (readings: readonly { rater: string; answer: Answer; form: unknown }[], item: { content: unknown }) => void
  measures: () => AgreementFacts['measures']
}

/**
 * The same task for code that knows only its name: JSON goes in as `unknown` and is held against the task's schemas before
 * a rule sees it, so a row of one task can never be read by the rules of another. Throws ZodError on a foreign shape.
 * Records, labels and agreement alone take the stored rows of a study of this task as they are: each was held against the
 * schemas before it was stored, and a download or a release reads hundreds of thousands of them. Problems take the content as it
 * was shown: a part of an item, where a later rubric asks only some of its criteria again, is no whole one to the schema.
 */
export type Task = Capabilities<unknown, unknown, unknown, unknown> & {
  code: string
  name: Localised
  hubTasks: readonly string[]
  contentFields: z.ZodObject
  textOf: (content: unknown) => string
  arrangement: Arrangement<unknown, unknown> | null
  settings: z.ZodType<Json>
  usualSettings: JsonObject
  form: z.ZodType<Json>
  draft: z.ZodType<Json>
  judgment: z.ZodType<Json>
  emptyDraft: () => JsonObject
  problems: (
    draft: unknown,
    context: { content: unknown; settings: unknown; form: unknown; of?: AnswerOf },
  ) => FieldProblem[]
  disagreement: (judgments: readonly unknown[], settings: unknown) => Disagreement
  merge: (judgments: readonly unknown[], settings: unknown) => JsonObject
  succession: ((answer: unknown, succession: Succession<unknown, unknown, unknown>) => JsonObject) | null
  anchors: (draft: unknown) => (Interval & { id: string; quote: string })[]
  templates: readonly ProtocolTemplate<JsonObject, JsonObject>[]
  imports: TaskImports
  evaluation: TaskEvaluation | null
  /** `form` as its schema gives it. */
  verdictRecord: (item: ItemHead, content: unknown, verdict: VerdictHead, answer: unknown, form: unknown) => JsonObject
  readingRecord: (item: ItemHead, reading: ReadingHead, judgment: unknown) => JsonObject
  labels: (answer: unknown, of: { content: unknown; settings: unknown }) => Record<string, readonly string[]>
  labelsFrom: readonly string[]
  recordSchema: z.ZodObject
  agreement: (settings: unknown, resampling: Resampling) => AgreementCollector<unknown>
  rated: RatedScale
  formats: readonly ExchangeFormat[]
  readingFormats: readonly ReadingFormat[]
}

/** Puts the schemas in front of a typed task's functions. */
export function genericTask<
  Content,
  Settings extends JsonObject,
  Form extends JsonObject,
  Draft extends JsonObject,
  Judgment extends Draft,
  Point extends Json,
>(task: TypedTask<Content, Settings, Form, Draft, Judgment, Point>): Task {
  const { arrangement, succession } = task
  const arranged = (given: Arrangement<Content, Draft>): Arrangement<unknown, unknown> => ({
    show: (content, beholder) => given.show(task.contentFields.parse(content), beholder),
    toShown: (draft, content, beholder) => given.toShown(task.draft.parse(draft), task.contentFields.parse(content), beholder),
    fromShown: (draft, content, beholder) => given.fromShown(task.draft.parse(draft), task.contentFields.parse(content), beholder),
  })
  const judgmentsOf = (values: readonly unknown[]) => values.map((value) => task.judgment.parse(value))
  return {
    ...task,
    ...genericCapabilities(task),
    textOf: (content) => task.textOf(task.contentFields.parse(content)),
    arrangement: arrangement && arranged(arrangement),
    problems: (draft, { content, settings, form, of = 'judgment' }) =>
      task.problems(task.draft.parse(draft), {
        content: content as Content,
        settings: task.settings.parse(settings),
        form: task.form.parse(form),
        of,
      }),
    disagreement: (judgments, settings) => task.disagreement(judgmentsOf(judgments), task.settings.parse(settings)),
    merge: (judgments, settings) => task.merge(judgmentsOf(judgments), task.settings.parse(settings)),
    succession:
      succession &&
      ((answer, { version, before, readings, content, settings }) =>
        succession(task.judgment.parse(answer), {
          version,
          before: before && { version: before.version, answer: task.judgment.parse(before.answer) },
          readings: judgmentsOf(readings),
          content: task.contentFields.parse(content),
          settings: task.settings.parse(settings),
        })),
    anchors: (draft) => task.anchors(task.draft.parse(draft)),
    verdictRecord: (item, content, verdict, answer, form) => task.verdictRecord(item, content as Content, verdict, answer as Judgment | null, form as Form),
    readingRecord: (item, reading, judgment) => task.readingRecord(item, reading, judgment as Judgment),
    labels: (answer, { content, settings }) => task.labels(answer as Judgment, { content: content as Content, settings: settings as Settings }),
    rated: { ...task.rated, units: (content, answer, form) => task.rated.units(content as Content, answer as Judgment, form as Form) },
    agreement: (settings, resampling) => {
      const { add, measures } = task.agreement(task.settings.parse(settings), resampling)
      return { measures, add: (readings, item) => add(readings as { rater: string; answer: Judgment; form: unknown }[], item) }
    },
  }
}
