import type { Group } from '../rubric/criterion'
import type { Label } from '../rubric/scores'

/** Whether a criterion of that group can be given the label at all, whatever a study's scale offers. */
export const fits = (label: Label, group: Group): boolean => (group === 'veto' ? label !== 'met' && label !== 'partly' : label !== 'violated')

/** How far a label satisfies its criterion, in half steps; a veto that is kept is satisfied. Null: it does not apply. */
export function satisfaction(label: Label, group: Group): number | null {
  if (label === 'not-applicable') return null
  if (group === 'veto') return label === 'violated' ? 0 : 2
  return label === 'met' ? 2 : label === 'partly' ? 1 : 0
}
