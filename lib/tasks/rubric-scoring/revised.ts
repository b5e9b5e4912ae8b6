import type { Criterion } from '../rubric/criterion'
import type { Rubric } from '../rubric/rubric-schema'
import type { Content } from './content'
import type { CriterionLabel } from './judgment'

export type Revision = {
  content: Content
  /** Ids of criteria that are new, or say, weigh or count otherwise than before, in the new version's order. */
  affected: string[]
}

/**
 * An item under a later version of its rubric. Labels of a verdict stand where the criterion is the same by its id and in group, text,
 * axis, weight and points; what changed is asked again. `labels` null: nothing was decided, so everything is asked.
 */
export function revised(item: Content, rubric: Rubric, labels: readonly CriterionLabel[] | null): Revision {
  const { standing: _, ...content } = item
  const before = new Map(content.rubric.criteria.map((criterion) => [criterion.id, criterion]))
  const affected = rubric.criteria.filter((criterion) => !sameAsked(before.get(criterion.id), criterion)).map(({ id }) => id)
  const kept = new Set(rubric.criteria.map(({ id }) => id).filter((id) => !affected.includes(id)))
  const standing = labels?.filter(({ criterion }) => kept.has(criterion)) ?? []
  return { affected, content: { ...content, rubric, ...(standing.length > 0 ? { standing } : {}) } }
}

const asked = ['group', 'text', 'axis', 'weight', 'points'] as const

const sameAsked = (before: Criterion | undefined, after: Criterion): boolean => before !== undefined && asked.every((field) => before[field] === after[field])
