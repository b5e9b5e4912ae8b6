import { inOrder, namesFor } from '../conversation/response-order'
import type { Arrangement } from '../task'
import type { Content } from './content'
import type { Choice, Draft } from './judgment'

/** Responses in an order of each person's own, named by what they say; a judgment goes by their ids and keeps the order. */
export const arrangement: Arrangement<Content, Draft> = {
  show: inOrder,
  toShown(draft, content, beholder) {
    const { toName } = namesFor(content, beholder)
    return { ...renamed(draft, toName), shown: draft.shown.map(toName) }
  },
  fromShown(draft, content, beholder) {
    const { order, toId } = namesFor(content, beholder)
    return { ...renamed(draft, toId), shown: order }
  },
}

function renamed(draft: Draft, rename: (name: string) => string): Draft {
  const choice = (given: Choice): Choice => ({ ...given, response: given.response === null ? null : rename(given.response) })
  return {
    ...draft,
    overall: draft.overall && choice(draft.overall),
    axes: Object.fromEntries(Object.entries(draft.axes).map(([axis, given]) => [axis, choice(given)])),
  }
}
