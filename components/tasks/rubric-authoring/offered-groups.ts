import { groups, inGroup, type Group } from '@/lib/tasks/rubric/groups'
import type { Criteria } from '@/lib/tasks/rubric-authoring/edit-rubric'

/** The groups a rubric is written in: where signed points count, whatever is without them stands apart only while there is any. */
export const offeredGroups = (criteria: Criteria, byPoints: boolean): Group[] => groups.filter((group) => !byPoints || group !== 'bonus' || inGroup(criteria, group).length > 0)
