import type { Group } from '@/lib/tasks/rubric/groups'
import type { Label } from '@/lib/tasks/rubric/scores'

/** One key a value, the same whatever the scale, so that hands learn them once. */
export const labelKeys: Record<Label, string> = { met: 'm', partly: 'p', 'not-met': 'n', 'not-applicable': 'x', violated: 'v' }

/** A veto that is not violated is called that, never "not met". */
export const labelWord = (label: Label, group: Group) => (group === 'veto' && label === 'not-met' ? ('not-violated' as const) : label)

/** Where signed points count there is no veto: what is negative costs its points. */
export const groupWord = (group: Group, byPoints: boolean) => (byPoints ? (`signed.${group}` as const) : (`groups.${group}` as const))
