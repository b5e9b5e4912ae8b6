/**
 * What an adjudicator does with readings, as pure changes of their work. The answer alone will be the verdict; `decisions`
 * only remembers which points have been looked at, so that "nothing here" differs from "not decided yet".
 */
import { compareIntervals, overlapOf } from '@/lib/spans/interval'
import type { Draft, Span } from '@/lib/tasks/error-spans/judgment'
import { nothingWrong, takenId, type Compared, type NamedPoint } from './compared'

/** By point: the letter taken there, or `none`. */
export type Decisions = Readonly<Record<string, string>>
export type Work = { readonly answer: Draft; readonly decisions: Decisions }

export const none = 'none'

/** Where the work begins: what the readings agree on, and nothing else. */
export function begun({ veracity, points }: Compared): Work {
  const agreed = veracity.agreed ? (veracity.votes[0] ?? null) : null
  const spans = points.flatMap(({ merged }) => merged ?? [])
  return { answer: { ...nothingWrong, veracity: agreed, spans: inTextOrder(spans) }, decisions: {} }
}

/** One reading as it is, but for what only concerns its reader: difficulty, confidence, note. */
export function takenWhole({ readings, points }: Compared, letter: string): Work | null {
  const index = readings.findIndex((reading) => reading.letter === letter)
  const reading = readings[index]
  if (!reading) return null
  const { veracity, spans } = reading.answer
  return {
    answer: { ...nothingWrong, veracity, spans: inTextOrder(spans.map(taken)) },
    decisions: Object.fromEntries(points.map((point) => [point.id, point.spans[index] ? letter : none])),
  }
}

/** Takes a reading's span at one point, in place of whatever the verdict had there. */
export function takenAt(compared: Compared, work: Work, pointId: string, letter: string): Work {
  const point = compared.points.find(({ id }) => id === pointId)
  const span = point?.spans[compared.letters.indexOf(letter)]
  if (!point) return work
  if (!span) return noneAt(compared, work, pointId)
  const rest = without(compared, work.answer, point)
  return {
    answer: { ...work.answer, veracity: 'erroneous', spans: inTextOrder([...rest, taken(span)]) },
    decisions: { ...work.decisions, [pointId]: letter },
  }
}

/** There is no error at this point. */
export function noneAt(compared: Compared, work: Work, pointId: string): Work {
  const point = compared.points.find(({ id }) => id === pointId)
  if (!point) return work
  return { answer: { ...work.answer, spans: without(compared, work.answer, point) }, decisions: { ...work.decisions, [pointId]: none } }
}

/** The text is erroneous; what is wrong is for the points to say. After "no error after all" the agreed points stand again. */
export function judgedErroneous(compared: Compared, work: Work): Work {
  if (work.answer.veracity !== 'correct') return { ...work, answer: { ...work.answer, veracity: 'erroneous' } }
  const start = begun(compared)
  return { ...start, answer: { ...start.answer, veracity: 'erroneous' } }
}

/** No error after all: nothing that a reading marked is one. */
export const noErrorAfterAll = ({ points }: Compared): Work => ({
  answer: nothingWrong,
  decisions: Object.fromEntries(points.map(({ id }) => [id, none])),
})

/** What stands in the verdict at a point. */
export type Choice =
  | { kind: 'undecided' | 'none' }
  | { kind: 'agreed'; span: Span; edited: boolean }
  | { kind: 'taken'; letter: string; span: Span; edited: boolean }
  /** Something that no reading marked. */
  | { kind: 'own'; span: Span }

export function choiceAt(compared: Compared, { answer, decisions }: Work, point: NamedPoint): Choice {
  const held = answer.spans.filter((span) => speaksOf(compared, point, span))
  const known = held.find(({ id }) => compared.origins.has(id))
  if (known && point.merged && known.id === point.merged.id) return { kind: 'agreed', span: known, edited: !sameContent(known, point.merged) }
  const from = point.spans.findIndex((span) => span && known && takenId(span.id) === known.id)
  if (known && from !== -1) return { kind: 'taken', letter: compared.letters[from]!, span: known, edited: !sameContent(known, point.spans[from]!) }
  if (held[0]) return { kind: 'own', span: held[0] }
  const looked = point.agreed || point.id in decisions || answer.veracity === 'correct'
  return { kind: looked ? 'none' : 'undecided' }
}

/** The points on which the readings differ and nothing has been decided. */
export const undecidedPoints = (compared: Compared, work: Work): NamedPoint[] =>
  compared.points.filter((point) => choiceAt(compared, work, point).kind === 'undecided')

/** Whether the verdict, as it stands, is this reading taken whole. */
export function isTakenWhole(compared: Compared, answer: Draft, letter: string): boolean {
  const whole = takenWhole(compared, letter)?.answer
  if (!whole || whole.veracity !== answer.veracity || whole.spans.length !== answer.spans.length) return false
  const held = new Map(answer.spans.map((span) => [span.id, span]))
  return whole.spans.every((span) => sameContent(held.get(span.id) ?? nowhere, span))
}
const nowhere = { start: -1, end: -1, type: '', correction: '', explanation: '', references: [] }

const taken = (span: Span): Span => ({ ...span, id: takenId(span.id) })
const inTextOrder = (spans: readonly Span[]): Span[] => spans.toSorted(compareIntervals)
const without = (compared: Compared, answer: Draft, point: NamedPoint): Span[] =>
  answer.spans.filter((span) => !speaksOf(compared, point, span))

/** A span of the verdict belongs to the point it was taken from; an own one to every point it overlaps. */
function speaksOf({ origins }: Compared, point: NamedPoint, span: Span): boolean {
  const origin = origins.get(span.id)
  return origin === undefined ? overlapOf(point, span) > 0 : origin === point.id
}

const sameContent = (a: Omit<Span, 'id' | 'quote'>, b: Omit<Span, 'id' | 'quote'>): boolean =>
  compareIntervals(a, b) === 0 &&
  a.type === b.type &&
  a.correction === b.correction &&
  a.explanation === b.explanation &&
  a.references.join('\n') === b.references.join('\n')
