import type { Group } from './groups'

/** What a criterion's group is a matter of: the three scores of a response, by their names. */
export const axisOfGroup = { veto: 'safety', main: 'proficiency', bonus: 'excellence' } as const satisfies Record<Group, string>

export type Axis = (typeof axisOfGroup)[Group]
export const axisNames: readonly Axis[] = Object.values(axisOfGroup)
