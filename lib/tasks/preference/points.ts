import type { Choice } from './judgment'

/** `side`: different responses, or a tie against one · `strength`: beyond the study's measure · `missing`: not everyone chose. */
export type ChoiceReason = 'side' | 'strength' | 'missing'

/** What readings say overall (`axis` null) and on each axis that any of them answered; choices by reading, in the order given. */
export type Point = {
  kind: 'choice'
  axis: string | null
  agreed: boolean
  /** Empty when agreed. */
  reasons: ChoiceReason[]
  /** Whether the study counts it: only then does it open a dispute. */
  counts: boolean
  choices: (Choice | null)[]
}
