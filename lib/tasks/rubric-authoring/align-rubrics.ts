import type { Criterion } from '../rubric/criterion'
import { likenessIn } from './likeness'
import { plainWording } from './same-wording'
import { similarity } from './similarity'

export type Aligned = { a: Criterion | null; b: Criterion | null; similarity: number }

/**
 * Below this, two criteria are not taken for one; an adjudicator can keep both of what is. Measured on HealthBench's hundred graded
 * rubrics: of criteria and what their graders wrote of each, 81 % are aligned and none wrongly, of the disjoint halves of one rubric
 * 7 %, of rubrics of different questions 1 %; of K-QA's halves, which say one thing of many names in the same words, 22 %.
 */
export const leastAlike = 0.4

/**
 * Two physicians' criteria side by side. Those of one id belong together; the others by wording within their group, the same first,
 * then the most alike (`likenessIn`), each once; what has no partner stands alone. In the order of `a`, then what only `b` has. Swapping
 * the two swaps the sides and nothing else. `similarity`: of the letters of both (`similarity`). O(n·m·words).
 */
export function alignedRubrics(a: readonly Criterion[], b: readonly Criterion[]): Aligned[] {
  const partner = new Map<Criterion, Criterion>()
  const pair = (one: Criterion, other: Criterion) => {
    if (!partner.has(one) && !partner.has(other)) partner.set(one, other).set(other, one)
  }
  for (const one of a) {
    const same = b.find(({ id }) => id === one.id)
    if (same) pair(one, same)
  }
  const likeness = likenessIn(a.map(({ text }) => text), b.map(({ text }) => text)) // prettier-ignore
  const wording = new Map([...a, ...b].map((one) => [one, plainWording(one.text)]))
  const pairs = a.flatMap((one) =>
    b.flatMap((other) => {
      if (other.group !== one.group || partner.has(one) || partner.has(other)) return []
      const [alike, same] = [likeness(one.text, other.text), wording.get(one) === wording.get(other)]
      return same || alike >= leastAlike ? [{ one, other, alike, same }] : []
    }),
  )
  // Of pairs that are as alike, the same comes first whichever rubric is called a.
  const keyOf = ({ one, other }: (typeof pairs)[number]) => JSON.stringify([one.id, other.id].sort())
  pairs.sort((x, y) => Number(y.same) - Number(x.same) || y.alike - x.alike || (keyOf(x) < keyOf(y) ? -1 : 1))
  for (const { one, other } of pairs) pair(one, other)
  return [
    ...a.map((one): Aligned => {
      const other = partner.get(one) ?? null
      return { a: one, b: other, similarity: other ? similarity(one.text, other.text) : 0 }
    }),
    ...b.filter((other) => !partner.has(other)).map((other): Aligned => ({ a: null, b: other, similarity: 0 })),
  ]
}
