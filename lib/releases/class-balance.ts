import type { Choice, LeftOut } from './choice'
import { inSaltedOrder } from './salted-hash'

export type BalanceRule = {
  salt: string
  /** Part of the whole for each class, in any unit; a class without a part does not enter. */
  shares: Readonly<Record<string, number>>
}

/**
 * The most items whose classes stand in the given proportion (counts rounded down). Within a class, items of an earlier
 * release are kept before all others, and the rest follow in salted order; so an earlier item is dropped only where the
 * earlier items of its class alone are more than the proportion allows. `kept` and `leftOut` have the order of `items`, of
 * which the choice itself does not depend. O(n log n).
 */
export function balanceClasses<Item extends { id: string }>(
  items: readonly Item[],
  classOf: (item: Item) => string | null,
  { salt, shares }: BalanceRule,
  earlier: ReadonlySet<string> = new Set(),
): Choice<Item> {
  const wanted = Object.entries(shares).filter(([, share]) => share > 0)
  const sum = wanted.reduce((total, [, share]) => total + share, 0)
  const byClass = new Map<string | null, Item[]>(wanted.map(([name]) => [name, []]))
  for (const item of items) byClass.get(classOf(item))?.push(item)
  const sizeOf = (name: string) => byClass.get(name)?.length ?? 0
  const total = Math.min(...wanted.map(([name, share]) => (sizeOf(name) * sum) / share))
  const chosen = new Set<string>()
  for (const [name, share] of wanted) {
    const [known, fresh] = [true, false].map((isEarlier) =>
      inSaltedOrder(
        (byClass.get(name) ?? []).filter(({ id }) => earlier.has(id) === isEarlier),
        salt,
      ),
    )
    // A whole number that division made a hair smaller is meant whole.
    const places = Math.floor((total * share) / sum + 1e-9)
    for (const { id } of [...known!, ...fresh!].slice(0, places)) chosen.add(id)
  }
  return {
    kept: items.filter(({ id }) => chosen.has(id)),
    leftOut: items
      .filter(({ id }) => !chosen.has(id))
      .map(({ id }): LeftOut => ({ id, reason: 'class-balance', note: null })),
  }
}
