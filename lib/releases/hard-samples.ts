import type { Choice, LeftOut } from './choice'

/**
 * Leaves out what every chosen system gets right, which no longer tells systems apart. `correct`: for each system, the ids it
 * got right; what a system did not answer it did not get right. No system chosen: everything stays.
 */
export function keepHard<Item extends { id: string }>(
  items: readonly Item[],
  correct: readonly ReadonlySet<string>[],
): Choice<Item> {
  const isEasy = ({ id }: Item) => correct.length > 0 && correct.every((ids) => ids.has(id))
  return {
    kept: items.filter((item) => !isEasy(item)),
    leftOut: items.filter(isEasy).map(({ id }): LeftOut => ({ id, reason: 'too-easy', note: null })),
  }
}
