import type { Interval } from '@/lib/spans/interval'

/** What one rater marked in one text; no spans is a reading too. A text that a rater did not read has no reading of theirs. */
export type SpanReading = {
  readonly item: string
  readonly rater: string
  /** Of the text, in code points; the same in every reading of it. */
  readonly length: number
  readonly spans: readonly (Interval & { readonly label: string })[]
}
