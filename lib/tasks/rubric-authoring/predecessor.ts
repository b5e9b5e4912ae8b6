import type { Criterion } from '../rubric/criterion'
import { sameWording } from './same-wording'

type Named = Pick<Criterion, 'id' | 'group' | 'text' | 'origin'>

/** By what a criterion goes back to an earlier one, the surest first: its name, what it says that it was made of, its very words in its group. Likeness is no descent. */
export const descents: readonly ((one: Named, earlier: Named) => boolean)[] = [
  ({ id }, earlier) => earlier.id === id,
  ({ origin }, earlier) => origin.from.includes(earlier.id),
  ({ group, text }, earlier) => earlier.group === group && sameWording(earlier.text, text),
]

/** What a criterion goes back to in an earlier version; several may go back to one. Null: it is new. */
export function predecessorIn(before: readonly Criterion[], one: Criterion): Criterion | null {
  for (const descends of descents) {
    const found = before.find((earlier) => descends(one, earlier))
    if (found) return found
  }
  return null
}
