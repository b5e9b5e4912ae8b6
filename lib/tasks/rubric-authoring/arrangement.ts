import { namesByWords } from '../conversation/names-by-words'
import { inOrder, namesFor } from '../conversation/response-order'
import type { Criterion } from '../rubric/criterion'
import type { Arrangement } from '../task'
import type { Content } from './content'
import { criteriaOf } from './criteria-of'
import type { Draft } from './judgment'

/**
 * Sample responses in an order of each person's own, named by what they say, and a draft that does not say how it came about: its
 * criteria are named by their words too, and their tags stay behind and come back with what is made of them, since both may name
 * the model.
 */
export const arrangement: Arrangement<Content, Draft> = {
  show(content, beholder) {
    const { draft, ...rest } = inOrder(content, beholder)
    const { nameOf } = draftNames(content)
    return { ...rest, draft: draft && { ...draft, criteria: draft.criteria.map((criterion) => ({ ...criterion, id: nameOf(criterion.id)!, tags: [], origin: { kind: 'draft', from: [] }, since: null })) } }
  },
  toShown(draft, content, beholder) {
    const { nameOf } = draftNames(content)
    const hidden = draftTags(content)
    const untagged = draft.criteria && draft.criteria.map((criterion) => ({ ...criterion, tags: criterion.tags.filter((tag) => !hidden(criterion).includes(tag)) }))
    return renamed({ ...draft, criteria: untagged }, namesFor(content, beholder).toName, (id) => nameOf(id) ?? id)
  },
  /** A draft that was left as it came is the draft's own criteria from here on. */
  fromShown(draft, content, beholder) {
    const { idOf } = draftNames(content)
    const hidden = draftTags(content)
    const { counting: _, aside: __, ...own } = renamed(draft, namesFor(content, beholder).toId, (name) => idOf(name) ?? name)
    const criteria = criteriaOf(own, content).map((criterion): Criterion => ({
      ...criterion,
      tags: own.criteria ? [...new Set([...hidden(criterion), ...criterion.tags])].slice(0, 50) : criterion.tags,
      origin: own.criteria ? criterion.origin : { kind: 'draft', from: [] },
      since: null,
    }))
    return { ...own, criteria }
  },
}

const draftNames = ({ draft }: Content) => namesByWords((draft?.criteria ?? []).map(({ id, group, text }) => ({ id, words: JSON.stringify([group, text]) })))

/** The tags that the draft gave a criterion, or those that it was made of. */
function draftTags({ draft }: Content): (criterion: Pick<Criterion, 'id' | 'origin'>) => string[] {
  const tags = new Map(draft?.criteria.map((one) => [one.id, one.tags]))
  return ({ id, origin }) => tags.get(id) ?? origin.from.flatMap((from) => tags.get(from) ?? [])
}

const renamed = (draft: Draft, response: (name: string) => string, criterion: (name: string) => string): Draft => ({
  ...draft,
  criteria: draft.criteria && draft.criteria.map((one) => ({ ...one, id: criterion(one.id), origin: { ...one.origin, from: one.origin.from.map(criterion) } })),
  trials: draft.trials.map((trial) => ({ ...trial, response: response(trial.response), criterion: criterion(trial.criterion) })),
})
