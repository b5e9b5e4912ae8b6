import type { Criterion } from '../rubric/criterion'
import { alignedRubrics } from './align-rubrics'

const compared = ['group', 'text', 'axis', 'weight', 'points', 'rationale', 'evidence', 'tags'] as const
export type ChangedField = (typeof compared)[number] | 'place'

export type RubricChange =
  | { kind: 'added'; after: Criterion }
  | { kind: 'removed'; before: Criterion }
  | { kind: 'changed' | 'kept'; before: Criterion; after: Criterion; fields: ChangedField[] }

/**
 * What became of a rubric's criteria: in the order of the new version, then what is gone. Criteria are the same by their id, or
 * else by their wording. `byPoints` false: points are not compared, for nobody sees them. `place`: it stands behind another criterion than before, of those that are in both versions.
 */
export function rubricDiff(before: readonly Criterion[], after: readonly Criterion[], byPoints = true): RubricChange[] {
  const aligned = alignedRubrics(after, before)
  const both = aligned.flatMap(({ a, b }) => (a && b ? [{ after: a, before: b }] : []))
  const inOldOrder = both.toSorted((x, y) => before.indexOf(x.before) - before.indexOf(y.before))
  return aligned.map(({ a, b }): RubricChange => {
    if (!b) return { kind: 'added', after: a! }
    if (!a) return { kind: 'removed', before: b }
    const fields: ChangedField[] = compared.filter((field) => (byPoints || field !== 'points') && JSON.stringify(a[field]) !== JSON.stringify(b[field]))
    const precededBy = (order: typeof both) => order[order.findIndex((one) => one.after === a) - 1]
    if (precededBy(both) !== precededBy(inOldOrder)) fields.push('place')
    return { kind: fields.length > 0 ? 'changed' : 'kept', before: b, after: a, fields }
  })
}
