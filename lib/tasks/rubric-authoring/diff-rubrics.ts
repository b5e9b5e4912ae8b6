import type { Criterion } from '../rubric/criterion'
import { descents } from './predecessor'

const compared = ['group', 'text', 'axis', 'weight', 'points', 'rationale', 'evidence', 'tags'] as const
export type ChangedField = (typeof compared)[number] | 'place'

export type RubricChange =
  | { kind: 'added'; after: Criterion }
  | { kind: 'removed'; before: Criterion }
  | { kind: 'changed' | 'kept'; before: Criterion; after: Criterion; fields: ChangedField[] }

/**
 * What became of a rubric's criteria: in the order of the new version, then what is gone. A criterion goes back to another by its id, by what it
 * says that it was made of, or by its very words (`descents`), the first that does; whatever is only alike is removed and added. `byPoints` false: points
 * are not compared, for nobody sees them. `place`: it stands behind another criterion than before, of those that are in both versions.
 */
export function rubricDiff(before: readonly Criterion[], after: readonly Criterion[], byPoints = true): RubricChange[] {
  const earlier = new Map<Criterion, Criterion>()
  const gone = new Set(before)
  for (const descends of descents) {
    for (const one of after) {
      const found = earlier.has(one) ? undefined : before.find((each) => gone.has(each) && descends(one, each))
      if (found && gone.delete(found)) earlier.set(one, found)
    }
  }
  const both = after.filter((one) => earlier.has(one))
  const inOldOrder = both.toSorted((x, y) => before.indexOf(earlier.get(x)!) - before.indexOf(earlier.get(y)!))
  const precededBy = (order: readonly Criterion[], one: Criterion) => order[order.indexOf(one) - 1]
  return [
    ...after.map((one): RubricChange => {
      const was = earlier.get(one)
      if (!was) return { kind: 'added', after: one }
      const fields: ChangedField[] = [...fieldsChanged(was, one, byPoints), ...(precededBy(both, one) === precededBy(inOldOrder, one) ? [] : (['place'] as const))]
      return { kind: fields.length > 0 ? 'changed' : 'kept', before: was, after: one, fields }
    }),
    ...[...gone].map((one): RubricChange => ({ kind: 'removed', before: one })),
  ]
}

/** In what two criteria say otherwise, places aside. */
export const fieldsChanged = (before: Criterion, after: Criterion, byPoints: boolean): Exclude<ChangedField, 'place'>[] =>
  compared.filter((field) => (byPoints || field !== 'points') && JSON.stringify(before[field]) !== JSON.stringify(after[field]))
