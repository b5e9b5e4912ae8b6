import type { Criterion } from '../rubric/criterion'
import { alignedRubrics } from './align-rubrics'

/** What several rubrics say of one thing, by rubric; null where one says nothing of it. `id`: its name in a merged rubric. */
export type CriterionRow = { id: string; said: (Criterion | null)[] }

/**
 * Any number of rubrics side by side: each is aligned with what the ones before have made, in an order of their own contents, so
 * that nobody's coming first decides anything. Every criterion stands in exactly one row. Rows stand as the first of them in that
 * order has them, so that what all left in its place stays there; what it lacks stands behind the last of its group. O(rubrics · n²).
 */
export function criterionRows(rubrics: readonly (readonly Criterion[])[]): CriterionRow[] {
  const order = rubrics.map((criteria, at) => ({ at, key: JSON.stringify(criteria) })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.at - b.at))
  const rows: { head: Criterion; said: (Criterion | null)[] }[] = []
  for (const { at } of order) {
    const byHead = new Map(rows.map((row) => [row.head, row]))
    for (const { a, b } of alignedRubrics(rows.map(({ head }) => head), rubrics[at]!)) {
      if (!b) continue
      const row = a && byHead.get(a)
      if (row) row.said[at] = b
      else {
        const last = byHead.size === 0 ? -1 : rows.findLastIndex(({ head }) => head.group === b.group)
        rows.splice(last < 0 ? rows.length : last + 1, 0, { head: b, said: rubrics.map((_, nth) => (nth === at ? b : null)) })
      }
    }
  }
  return rows.map(({ head, said }) => ({ id: head.id, said }))
}
