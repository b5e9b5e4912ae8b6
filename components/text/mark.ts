import type { SpanColour } from '@/components/ui/span-colours'
import type { Interval } from '@/lib/spans/interval'

/** A place in a text that is to be seen: an error somebody marked, or a point of difference between readings. */
export type Mark = Interval & {
  readonly id: string
  readonly colour: SpanColour
  /** One or two characters shown above its beginning, so that colour never speaks alone; '' for none. */
  readonly label: string
  /** `active` stands out, `faint` is an underline without ground. Plain when left out. */
  readonly tone?: 'plain' | 'active' | 'faint'
}
