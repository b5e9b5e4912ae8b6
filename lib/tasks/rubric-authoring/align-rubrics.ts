import type { Criterion } from '../rubric/criterion'
import { sameWording } from './same-wording'
import { similarity } from './similarity'

export type Aligned = { a: Criterion | null; b: Criterion | null; similarity: number }

/** Below this, two criteria are not about the same. A rule of thumb, which the adjudicator overrules by hand. */
export const leastAlike = 0.4

/**
 * Two physicians' criteria side by side. Those of one id belong together; the others by wording within their group, the same first,
 * then the most alike, each once; what has no partner stands alone. In the order of `a`, then what only `b` has. Swapping the two swaps the
 * sides and nothing else. O(n·m·log).
 */
export function alignedRubrics(a: readonly Criterion[], b: readonly Criterion[]): Aligned[] {
  const partner = new Map<Criterion, { other: Criterion; alike: number }>()
  const pair = (one: Criterion, other: Criterion, alike: number) => {
    if (partner.has(one) || partner.has(other)) return
    partner.set(one, { other, alike }).set(other, { other: one, alike })
  }
  for (const one of a) {
    const same = b.find(({ id }) => id === one.id)
    if (same) pair(one, same, similarity(one.text, same.text))
  }
  const pairs = a.flatMap((one) =>
    b.flatMap((other) => {
      const alike = other.group === one.group ? similarity(one.text, other.text) : 0
      return alike < leastAlike ? [] : [{ one, other, alike, same: sameWording(one.text, other.text) }]
    }),
  )
  // Of pairs that are as alike, the same comes first whichever rubric is called a.
  const keyOf = ({ one, other }: (typeof pairs)[number]) => JSON.stringify([one.id, other.id].sort())
  pairs.sort((x, y) => Number(y.same) - Number(x.same) || y.alike - x.alike || (keyOf(x) < keyOf(y) ? -1 : 1))
  for (const { one, other, alike } of pairs) pair(one, other, alike)
  return [
    ...a.map((one): Aligned => ({ a: one, b: partner.get(one)?.other ?? null, similarity: partner.get(one)?.alike ?? 0 })),
    ...b.filter((other) => !partner.has(other)).map((other): Aligned => ({ a: null, b: other, similarity: 0 })),
  ]
}
