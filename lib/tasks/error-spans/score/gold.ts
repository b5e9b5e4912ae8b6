import type { Interval } from '@/lib/spans/interval'

/** By their number from 0; null for one that the text does not have. */
export type Sentences = readonly (Interval | null)[]

export type GoldSpan = Interval & { readonly type: string | null }

/** What items are told apart by in a breakdown: `specialty`, `language`, any tag; several values where a tag is a list. */
export type Facets = Readonly<Record<string, readonly string[]>>

/** One item as it truly is: what a verdict says. Spans are checked against the text, and there are none on a correct one. */
export type Gold = {
  readonly id: string
  readonly text: string
  readonly erroneous: boolean
  readonly spans: readonly GoldSpan[]
  readonly facets: Facets
  /** Sentences as the data states them; null where the text is to be cut by `lib/spans/sentences.ts`. */
  readonly sentences: Sentences | null
}
