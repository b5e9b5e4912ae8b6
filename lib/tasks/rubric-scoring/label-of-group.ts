import type { Criterion, Group } from '../rubric/criterion'
import type { Label } from '../rubric/scores'

/** Whether a criterion of that group can be given the label at all, whatever a study's scale offers. */
export const fits = (label: Label, group: Group): boolean => (group === 'veto' ? label !== 'met' && label !== 'partly' : label !== 'violated')

/** Whether a criterion names what must not be there: a veto, and where signed points count, what has negative ones, whatever group it is stored in. */
export const isUnwanted = ({ group, points }: Pick<Criterion, 'group' | 'points'>, byPoints: boolean): boolean => (byPoints && points ? points < 0 : group === 'veto')

/** How far a label satisfies its criterion, in half steps; what must not be there is satisfied by being kept out. Null: it does not apply. */
export function satisfaction(label: Label, criterion: Pick<Criterion, 'group' | 'points'>, byPoints: boolean): number | null {
  if (label === 'not-applicable') return null
  const there = label === 'met' || label === 'violated' ? 2 : label === 'partly' ? 1 : 0
  return isUnwanted(criterion, byPoints) ? 2 - there : there
}
