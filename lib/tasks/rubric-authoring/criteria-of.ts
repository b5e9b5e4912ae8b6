import type { Criterion } from '../rubric/criterion'
import type { Content } from './content'
import type { Draft } from './judgment'

/** The criteria as they stand: those written, or the model's draft while nothing has been touched. */
export const criteriaOf = ({ criteria }: Pick<Draft, 'criteria'>, { draft }: Pick<Content, 'draft'>): readonly Criterion[] => criteria ?? draft?.criteria ?? []

/** Whether somebody's criteria are the draft's, locks aside, which are only a help in writing. */
export function isAsDrafted(criteria: readonly Criterion[], { draft }: Pick<Content, 'draft'>): boolean {
  const plain = (list: readonly Criterion[]) => JSON.stringify(list.map(({ id, group, text, axis, weight, points, rationale, evidence, tags }) => [id, group, text, axis, weight, points, rationale, evidence, tags]))
  return draft !== null && plain(criteria) === plain(draft.criteria)
}
