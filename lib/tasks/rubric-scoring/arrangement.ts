import { namesByWords } from '../conversation/names-by-words'
import { inOrder, namesFor } from '../conversation/response-order'
import type { Arrangement } from '../task'
import type { Content } from './content'
import type { Draft } from './judgment'

/**
 * Responses in an order of each person's own, and criteria that do not say where they come from, all of them named by what they say: a
 * label that was begun stays with its words, whatever version of the rubric and whatever seat it is taken up at. Where a verdict's
 * labels still stand, only the criteria that have changed since are shown and asked; an answer is whole again with the standing ones.
 */
export const arrangement: Arrangement<Content, Draft> = {
  show(content, beholder) {
    const { rubric, standing, ...rest } = inOrder(content, beholder)
    const asked = askedOf(content)
    const { nameOf } = criteriaNames(content)
    const criteria = rubric.criteria.filter(({ id }) => asked.has(id))
    return { ...rest, ...(standing ? { asksPart: true } : {}), rubric: { ...rubric, criteria: criteria.map((criterion) => ({ ...criterion, id: nameOf(criterion.id)!, tags: [], origin: { kind: 'written', from: [] }, since: null })) } }
  },
  toShown(draft, content, beholder) {
    const { toName } = namesFor(content, beholder)
    const { nameOf } = criteriaNames(content)
    const asked = askedOf(content)
    const { asked: _, ...rest } = { ...draft, labels: draft.labels.filter(({ criterion }) => asked.has(criterion)) }
    return { ...renamed(rest, toName, (id) => nameOf(id) ?? id), shown: draft.shown.map(toName) }
  },
  fromShown(draft, content, beholder) {
    const { order, toId } = namesFor(content, beholder)
    const { idOf } = criteriaNames(content)
    const { asked: _, aside: __, ...said } = renamed(draft, toId, (name) => idOf(name) ?? name)
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

/** By what they ask: as it is with standing labels, weight and axis are no part of it. */
const criteriaNames = ({ rubric }: Content) => namesByWords(rubric.criteria.map(({ id, group, text }) => ({ id, words: JSON.stringify([group, text]) })))

const renamed = (draft: Draft, response: (name: string) => string, criterion: (name: string) => string): Draft => ({
  ...draft,
  labels: draft.labels.map((label) => ({ ...label, response: response(label.response), criterion: criterion(label.criterion) })),
})
