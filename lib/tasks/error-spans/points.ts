import type { Span, Veracity } from './judgment'

/**
 * What readings say, point by point, in the shape the bench shows. Every array is by reading, in the order the readings
 * were given, which is the order the caller chose to show them in.
 */
export type VeracityPoint = { kind: 'veracity'; agreed: boolean; votes: Veracity[] }

/** `place`: beyond the tolerance · `type`: different types · `missing`: not every reading marked it. */
export type SpanReason = 'place' | 'type' | 'missing'

export type SpanPoint = {
  kind: 'span'
  agreed: boolean
  /** Empty when agreed. */
  reasons: SpanReason[]
  /** The smallest place holding every span of the point. */
  start: number
  end: number
  /** The span each reading has here, or null. */
  spans: (Span | null)[]
}

/** One veracity point first, then span points in text order. */
export type Point = VeracityPoint | SpanPoint
