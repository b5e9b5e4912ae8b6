import { derivedId } from '@/lib/tasks/error-spans/derived-id'
import type { Draft, Judgment, Span } from '@/lib/tasks/error-spans/judgment'
import { merge } from '@/lib/tasks/error-spans/merge'
import type { Point, SpanPoint, VeracityPoint } from '@/lib/tasks/error-spans/points'
import type { Settings } from '@/lib/tasks/error-spans/settings'

export type LetteredReading = { letter: string; answer: Judgment }

/** A point as the bench knows it: a name that stays the same from one visit to the next. */
export type NamedPoint = SpanPoint & {
  id: string
  /** What the readings agree on, merged; null where they differ. */
  merged: Span | null
}

/** Readings side by side, with everything that follows from them alone. Arrays by reading, in the order of the letters. */
export type Compared = {
  letters: readonly string[]
  readings: readonly LetteredReading[]
  veracity: VeracityPoint
  points: readonly NamedPoint[]
  /** Which point a span of the verdict came from, by the span's id; an own span is not in it. */
  origins: ReadonlyMap<string, string>
}

/** The id of a span taken into a verdict follows from where it was taken, and is never a reader's own: nothing tells whose it was. */
export const takenId = (spanId: string): string => derivedId(`taken ${spanId}`)

export function comparedOf(readings: readonly LetteredReading[], given: readonly Point[], settings: Settings): Compared {
  const veracity = given.find((point): point is VeracityPoint => point.kind === 'veracity') ?? { kind: 'veracity', agreed: true, votes: [] }
  const marks = new Set<string>()
  const points = given
    .filter((point): point is SpanPoint => point.kind === 'span')
    .map((point): NamedPoint => {
      const id = point.spans.flatMap((span) => span?.id ?? []).sort()[0]!
      return { ...point, id, merged: point.agreed ? mergedOnce(point, settings, marks) : null }
    })
  const origins = new Map<string, string>()
  for (const { id, merged, spans } of points) {
    if (merged) origins.set(merged.id, id)
    for (const span of spans) if (span) origins.set(takenId(span.id), id)
  }
  return { letters: readings.map(({ letter }) => letter), readings, veracity, points, origins }
}

/** The merged span of an agreed point; where another point has that place and type already, the first of its own that is free. */
function mergedOnce(point: SpanPoint, settings: Settings, marks: Set<string>): Span {
  const present = point.spans.filter((span): span is Span => span !== null)
  const alone = present.map((span): Judgment => ({ ...nothingWrong, veracity: 'erroneous', spans: [span] }))
  const candidates = [...merge(alone, settings).spans, ...present.map((span) => ({ ...span, id: takenId(span.id) }))]
  const keyOf = ({ start, end, type }: Span) => `${start} ${end} ${type}`
  const free = candidates.find((span) => !marks.has(keyOf(span))) ?? candidates[0]!
  marks.add(keyOf(free))
  return free
}

/** The answer of a text in which nothing is wrong. A verdict says nothing of difficulty and confidence: those are the readers'. */
export const nothingWrong = { veracity: 'correct', spans: [], difficulty: null, confidence: null, note: '' } satisfies Draft
