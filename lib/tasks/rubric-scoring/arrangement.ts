import { inOrder, namesFor } from '../conversation/response-order'
import type { Arrangement } from '../task'
import type { Content } from './content'
import type { Draft } from './judgment'

/**
 * Responses in an order of each person's own, under letters, and criteria that do not say where they come from. Where a verdict's
 * labels still stand, only the criteria that have changed since are shown and asked; an answer is whole again with the standing ones.
 */
export const arrangement: Arrangement<Content, Draft> = {
  show(content, beholder) {
    const { rubric, standing: _, ...rest } = inOrder(content, beholder)
    const asked = askedOf(content)
    const criteria = rubric.criteria.filter(({ id }) => asked.has(id))
    return { ...rest, rubric: { ...rubric, criteria: criteria.map((criterion) => ({ ...criterion, origin: { kind: 'written', from: [] }, since: null })) } }
  },
  toShown(draft, content, beholder) {
    const { toLetter } = namesFor(content, beholder)
    const { asked: _, ...rest } = renamed(draft, toLetter)
    const asked = askedOf(content)
    return { ...rest, labels: rest.labels.filter(({ criterion }) => asked.has(criterion)), shown: draft.shown.map(toLetter) }
  },
  fromShown(draft, content, beholder) {
    const { order, toId } = namesFor(content, beholder)
    const { asked: _, ...said } = renamed(draft, toId)
    const own = { ...said, shown: order }
    const { standing } = content
    if (!standing) return own
    const asked = askedOf(content)
    return { ...own, labels: [...own.labels.filter(({ criterion }) => asked.has(criterion)), ...standing], asked: [...asked] }
  },
}

/** The criteria that readers are asked for: all of them, but for those whose labels stand. */
function askedOf({ rubric, standing = [] }: Content): Set<string> {
  const settled = new Set(standing.map(({ criterion }) => criterion))
  return new Set(rubric.criteria.flatMap(({ id }) => (settled.has(id) ? [] : [id])))
}

const renamed = (draft: Draft, rename: (name: string) => string): Draft => ({ ...draft, labels: draft.labels.map((label) => ({ ...label, response: rename(label.response) })) })
