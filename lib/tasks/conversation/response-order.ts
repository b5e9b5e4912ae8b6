import { seededRandom } from '@/lib/stats/seeded-random'
import { seedOfText } from '@/lib/stats/seed-of-text'
import { shuffled } from '@/lib/stats/shuffled'
import type { Beholder } from '../task'
import type { Response, Twin } from './responses'

export type Compared = { responses: Response[]; twin?: Twin }

/** The responses' ids in the order that a person sees them in: every order equally likely, the same whenever they look. */
export function shownOrder({ responses, twin }: Compared, { item, person, turned = false }: Beholder): string[] {
  const random = seededRandom(seedOfText(`${twin ? `twin:${twin.key}` : item}:${person}`))
  // By id and not by place, so that twins whose files list the responses differently are turned all the same.
  const order = shuffled(responses.map(({ id }) => id).sort(), random)
  return (twin?.turned ?? false) !== turned ? order.reverse() : order
}

/** What a response is called where it is shown: A is the first. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place)

/** The item as shown: responses in that order under letters, and nothing that says that there is a twin. */
export function inOrder<Content extends Compared>(content: Content, beholder: Beholder): Content {
  const textOf = new Map(content.responses.map(({ id, text }) => [id, text]))
  const { twin: _, ...rest } = content
  const responses = shownOrder(content, beholder).map((id, place) => ({ id: letterOf(place), text: textOf.get(id) ?? '' }))
  return { ...rest, responses } as Content
}

/** Letters to ids and back, for the names in an answer. A name that is neither stays as it is, to be found wrong. */
export function namesFor(content: Compared, beholder: Beholder): { order: string[]; toLetter: (id: string) => string; toId: (letter: string) => string } {
  const order = shownOrder(content, beholder)
  const letters = new Map(order.map((id, place) => [id, letterOf(place)]))
  const ids = new Map(order.map((id, place) => [letterOf(place), id]))
  return { order, toLetter: (id) => letters.get(id) ?? id, toId: (letter) => ids.get(letter) ?? letter }
}
