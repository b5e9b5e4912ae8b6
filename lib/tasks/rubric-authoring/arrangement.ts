import { inOrder, namesFor } from '../conversation/response-order'
import type { Arrangement } from '../task'
import type { Content } from './content'
import { criteriaOf } from './criteria-of'
import type { Draft } from './judgment'

/** Sample responses in an order of each person's own, named by what they say, and a draft that does not say how it came about. */
export const arrangement: Arrangement<Content, Draft> = {
  show(content, beholder) {
    const { draft, ...rest } = inOrder(content, beholder)
    return { ...rest, draft: draft && { ...draft, criteria: draft.criteria.map((criterion) => ({ ...criterion, origin: { kind: 'draft', from: [] }, since: null })) } }
  },
  toShown: (draft, content, beholder) => renamed(draft, namesFor(content, beholder).toName),
  /** A draft that was left as it came is the draft's own criteria from here on. */
  fromShown(draft, content, beholder) {
    const { counting: _, ...own } = renamed(draft, namesFor(content, beholder).toId)
    return { ...own, criteria: criteriaOf(draft, content).map((criterion) => ({ ...criterion, origin: draft.criteria ? criterion.origin : { kind: 'draft', from: [] }, since: null })) }
  },
}

const renamed = (draft: Draft, rename: (name: string) => string): Draft => ({ ...draft, trials: draft.trials.map((trial) => ({ ...trial, response: rename(trial.response) })) })
