import { Refusal } from '@/lib/errors'
import type { ItemRubric } from '../rubric/rubric-schema'
import { asksTheSame, withSince } from '../rubric/since'
import type { Content } from './content'
import type { CriterionLabel } from './judgment'

export type Revision = {
  content: Content
  /** Ids of criteria that no label answers any longer, in the new version's order: those that are new or say otherwise; all where nothing was decided. */
  affected: string[]
}

/**
 * An item under a later version of its rubric. Labels stand where the criterion is the same by its id, its group and its text; what says
 * otherwise is asked again. Weight, points and axis are no part of what was judged: what follows from labels follows anew.
 * What the file leaves unsaid of counting and reward stays as it was; a rubric that would then count by points it does not have is
 * refused. `labels` null: nothing was decided, so everything is asked. What the file says of whose word a changed criterion is, is kept; else
 * it is the later rubric's.
 */
export function revised(item: Content, later: ItemRubric, labels: readonly CriterionLabel[] | null): Revision {
  const { standing: _, ...content } = item
  const { counting = content.rubric.counting, reward } = later
  const rubric: ItemRubric = { ...later, reward: reward ?? content.rubric.reward, ...(counting ? { counting } : {}) }
  const pointless = counting === 'points' ? rubric.criteria.find(({ points }) => points === null) : undefined
  if (pointless) throw new Refusal('invalid', 'rubric-without-points', { criterion: pointless.id })
  const before = new Map(content.rubric.criteria.map((criterion) => [criterion.id, criterion]))
  const kept = new Set(rubric.criteria.filter((criterion) => labels !== null && asksTheSame(before.get(criterion.id), criterion)).map(({ id }) => id))
  const standing = labels?.filter(({ criterion }) => kept.has(criterion)) ?? []
  const affected = rubric.criteria.map(({ id }) => id).filter((id) => !kept.has(id))
  const criteria = withSince(rubric.criteria, { version: rubric.version, before: content.rubric, sourceOf: ({ since }) => since?.source ?? 'revised' })
  return { affected, content: { ...content, rubric: { ...rubric, criteria }, ...(standing.length > 0 ? { standing } : {}) } }
}
