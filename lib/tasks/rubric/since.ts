import type { Criterion } from './criterion'

/** Whose word a criterion is: the model's draft as it came, all readers' alike, an adjudicator's, or a later rubric's. */
export type Source = NonNullable<Criterion['since']>['source']

type Asking = Pick<Criterion, 'group' | 'text'>

/** Whether two criteria of one name ask the same. Axis, weight and points are no part of what is asked: one criterion more changes all weights. */
export const asksTheSame = (before: Asking | undefined, after: Asking): boolean => before !== undefined && before.group === after.group && before.text === after.text

/**
 * The criteria of a rubric's version, each with the version since which it stands: what asks the same under the same name as in
 * `before` (null: there was none, or nothing of it counts) stands since it did there; anything else is of this version, and
 * `sourceOf` says whose. Where `before` does not say, it stands since that version, the draft's or its authors'. O(n).
 */
export function withSince(
  criteria: readonly Criterion[],
  { version, before, sourceOf }: { version: number; before: { version: number; criteria: readonly Criterion[] } | null; sourceOf: (criterion: Criterion) => Source },
): Criterion[] {
  const earlier = new Map(before?.criteria.map((one) => [one.id, one]))
  return criteria.map((criterion) => {
    const known = earlier.get(criterion.id)
    if (!known || !asksTheSame(known, criterion)) return { ...criterion, since: { version, source: sourceOf(criterion) } }
    return { ...criterion, since: known.since ?? { version: before!.version, source: known.origin.kind === 'draft' ? 'draft' : 'authored' } }
  })
}
