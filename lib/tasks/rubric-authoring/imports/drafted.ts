import type { ItemRubric } from '../../rubric/rubric-schema'

/** A set's rubric as the draft that physicians are asked about. */
export function drafted(rubric: unknown): ItemRubric {
  const { criteria, ...rest } = rubric as ItemRubric
  return { ...rest, criteria: criteria.map((criterion) => ({ ...criterion, origin: { kind: 'draft', from: [] }, since: null })) }
}
