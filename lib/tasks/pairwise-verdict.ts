import type { Response } from './conversation/responses'
import type { DecidedBy } from './rubric/preference'

/** Of two responses of an item the better one, by its verdict; `preferred` null: neither is. Sides go by the responses' ids. */
export type Preferred = { a: string; b: string; preferred: string | null }
export type Derived = Preferred & { decidedBy: DecidedBy }

type Found<Pair> = { responses: readonly Response[]; pairs: readonly Pair[] }

/** Tasks whose verdicts say which of two responses is better: as experts said it, or as it follows from what they said of each. */
export type PairwiseVerdict<Content = unknown, Judgment = unknown> =
  | { basis: 'stated'; of: (content: Content, answer: Judgment) => Found<Preferred> }
  | { basis: 'derived'; of: (content: Content, answer: Judgment) => Found<Derived> }
