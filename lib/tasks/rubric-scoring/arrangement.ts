import { inOrder, namesFor } from '../conversation/response-order'
import type { Arrangement } from '../task'
import type { Content } from './content'
import type { Draft } from './judgment'

/** Responses in an order of each person's own, under letters, and criteria that do not say where they come from. */
export const arrangement: Arrangement<Content, Draft> = {
  show(content, beholder) {
    const { rubric, ...rest } = inOrder(content, beholder)
    return { ...rest, rubric: { ...rubric, criteria: rubric.criteria.map((criterion) => ({ ...criterion, origin: { kind: 'written', from: [] } })) } }
  },
  toShown(draft, content, beholder) {
    const { toLetter } = namesFor(content, beholder)
    return { ...renamed(draft, toLetter), shown: draft.shown.map(toLetter) }
  },
  fromShown(draft, content, beholder) {
    const { order, toId } = namesFor(content, beholder)
    return { ...renamed(draft, toId), shown: order }
  },
}

const renamed = (draft: Draft, rename: (name: string) => string): Draft => ({ ...draft, labels: draft.labels.map((label) => ({ ...label, response: rename(label.response) })) })
