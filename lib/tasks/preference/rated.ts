import { mostResponses } from '../conversation/responses'
import type { RatedScale, RatedUnit } from '../rated-units'
import type { Content } from './content'
import type { Choice, Judgment } from './judgment'

const places = Array.from({ length: mostResponses }, (_, nth) => `response ${nth + 1}`)

/**
 * Which response is better, overall and by axis. Which response is which changes from item to item, so sides are told apart by
 * the ids' code-unit order: with neutral ids a category is a place in the item.
 */
export const rated: RatedScale<Content, Judgment> = {
  of: 'overall',
  categories: ['tie', 'all-bad', ...places],
  weights: null,
  units({ responses }, { overall, axes }) {
    const ids = responses.map(({ id }) => id).sort()
    const categoryOf = ({ pick, response }: Choice) => (pick === 'response' ? 2 + Math.max(0, ids.indexOf(response ?? '')) : pick === 'tie' ? 0 : 1)
    return [
      { unit: 'overall', category: categoryOf(overall), axis: null, counts: true, criterion: null },
      ...Object.entries(axes).map(([axis, choice]): RatedUnit => ({ unit: `axis ${axis}`, category: categoryOf(choice), axis, counts: false, criterion: null })),
    ]
  },
}
