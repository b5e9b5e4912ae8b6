/**
 * An item and answers to it as one person sees them, and back. Where a task has nothing to shuffle, all of it is the thing
 * itself. The order hangs on the seat, or else on person and item, so it is
 * the same in every tab, on every replica, and unknown to others; in another round, another seat, it is another.
 */
import { contentOf } from './kept-content'
import type { Task } from './task'

export type Showing = { task: Task; kept: { text: string; rest: unknown }; itemId: string; personId: string; seatId?: string | undefined; turned?: boolean }

const beholderOf = ({ itemId, personId, seatId, turned = false }: Showing) => ({ item: itemId, person: personId, seat: seatId, turned })

export function shownContent(showing: Showing): object {
  const { task, kept } = showing
  const content = contentOf(task, kept)
  return task.arrangement ? (task.arrangement.show(content, beholderOf(showing)) as object) : content
}

/** A stored answer in the order that the person sees. */
export function shownAnswer(showing: Showing, answer: unknown): unknown {
  const { task, kept } = showing
  return task.arrangement ? task.arrangement.toShown(answer, contentOf(task, kept), beholderOf(showing)) : answer
}

/** What the person said, in the item's own order, with the order that was shown in it where the task keeps that. */
export function ownAnswer(showing: Showing, said: unknown): unknown {
  const { task, kept } = showing
  return task.arrangement ? task.arrangement.fromShown(said, contentOf(task, kept), beholderOf(showing)) : said
}
