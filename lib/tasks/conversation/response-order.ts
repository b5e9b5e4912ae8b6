import { seededRandom } from '@/lib/stats/seeded-random'
import { seedOfText } from '@/lib/stats/seed-of-text'
import { shuffled } from '@/lib/stats/shuffled'
import type { Beholder } from '../task'
import { namesByWords } from './names-by-words'
import type { Response } from './responses'

export type Compared = { responses: Response[] }

/** The responses' ids in the order that a person sees them in: every order equally likely, the same whenever they look from that seat. */
export function shownOrder({ responses }: Compared, { item, person, seat, turned = false }: Beholder): string[] {
  const random = seededRandom(seedOfText(seat === undefined ? `${item}:${person}` : `${item}:${person}:${seat}`))
  // By id and not by place: how a file lists the responses decides nothing.
  const order = shuffled(responses.map(({ id }) => id).sort(), random)
  return turned ? order.reverse() : order
}

/** The item as shown: responses in that order, named by what they say. */
export function inOrder<Content extends Compared>(content: Content, beholder: Beholder): Content {
  const { order, toName } = namesFor(content, beholder)
  const textOf = new Map(content.responses.map(({ id, text }) => [id, text]))
  return { ...content, responses: order.map((id) => ({ id: toName(id), text: textOf.get(id) ?? '' })) }
}

/** Ids to shown names and back, for the names in an answer. A name that is neither stays as it is, to be found wrong. */
export function namesFor(content: Compared, beholder: Beholder): { order: string[]; toName: (id: string) => string; toId: (name: string) => string } {
  const { nameOf, idOf } = namesByWords(content.responses.map(({ id, text }) => ({ id, words: text })))
  return { order: shownOrder(content, beholder), toName: (id) => nameOf(id) ?? id, toId: (name) => idOf(name) ?? name }
}
