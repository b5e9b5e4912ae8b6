import { seededRandom } from '@/lib/stats/seeded-random'
import { seedOfText } from '@/lib/stats/seed-of-text'
import { shuffled } from '@/lib/stats/shuffled'
import type { Beholder } from '../task'
import type { Response } from './responses'

export type Compared = { responses: Response[] }

/** The responses' ids in the order that a person sees them in: every order equally likely, the same whenever they look from that seat. */
export function shownOrder({ responses }: Compared, { item, person, seat, turned = false }: Beholder): string[] {
  const random = seededRandom(seedOfText(seat === undefined ? `${item}:${person}` : `${item}:${person}:${seat}`))
  // By id and not by place: how a file lists the responses decides nothing.
  const order = shuffled(responses.map(({ id }) => id).sort(), random)
  return turned ? order.reverse() : order
}

/** What a response is called where it is shown: A is the first. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place)

/** The item as shown: responses in that order under letters. */
export function inOrder<Content extends Compared>(content: Content, beholder: Beholder): Content {
  const textOf = new Map(content.responses.map(({ id, text }) => [id, text]))
  const responses = shownOrder(content, beholder).map((id, place) => ({ id: letterOf(place), text: textOf.get(id) ?? '' }))
  return { ...content, responses }
}

/** Letters to ids and back, for the names in an answer. A name that is neither stays as it is, to be found wrong. */
export function namesFor(content: Compared, beholder: Beholder): { order: string[]; toLetter: (id: string) => string; toId: (letter: string) => string } {
  const order = shownOrder(content, beholder)
  const letters = new Map(order.map((id, place) => [id, letterOf(place)]))
  const ids = new Map(order.map((id, place) => [letterOf(place), id]))
  return { order, toLetter: (id) => letters.get(id) ?? id, toId: (letter) => ids.get(letter) ?? letter }
}
