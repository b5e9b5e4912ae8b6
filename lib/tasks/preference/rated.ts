import { mostResponses } from '../conversation/responses'
import type { RatedScale, RatedUnit } from '../rated-units'
import type { Content } from './content'
import type { Form } from './form'
import type { Choice, Judgment } from './judgment'

const mostLevels = 9
const range = (length: number) => Array.from({ length }, (_, nth) => nth + 1)
const [tie, allBad] = [0, 1]
/** Of two responses: one of them by so much. Without levels, by one. */
const ofPair = (side: 0 | 1, strength: number) => 2 + side * mostLevels + strength - 1
/** Of several. */
const ofSeveral = (place: number) => 2 + 2 * mostLevels + place

/**
 * Which response is better, overall and by axis. Which response is which changes from item to item, so sides are told apart by
 * the ids' code-unit order: with neutral ids a category is a place in the item. Between two, how much better is a matter of degree,
 * from the one by much over the tie to the other by much; "all bad", and which of several, are of none.
 */
export const rated: RatedScale<Content, Judgment, Form> = {
  of: 'overall',
  categories: ['tie', 'all-bad', ...[1, 2].flatMap((side) => range(mostLevels).map((level) => `response ${side} by ${level}`)), ...range(mostResponses).map((nth) => `response ${nth}`)],
  degrees: [0, null, ...range(mostLevels).map((level) => -level), ...range(mostLevels), ...range(mostResponses).map(() => null)],
  sides: [tie, allBad, ...range(mostLevels).map(() => ofPair(0, 1)), ...range(mostLevels).map(() => ofPair(1, 1)), ...range(mostResponses).map((nth) => ofSeveral(nth - 1))],
  units({ responses }, { overall, axes }, form) {
    const ids = responses.map(({ id }) => id).sort()
    const isPair = ids.length === 2
    const levels = range(form.strength?.levels.length ?? 1)
    const sides = isPair ? ([0, 1] as const).flatMap((side) => levels.map((level) => ofPair(side, level))) : ids.map((_, nth) => ofSeveral(nth))
    const offered = [...(form.tie ? [tie] : []), ...(form.allBad ? [allBad] : []), ...sides]
    const categoryOf = ({ pick, response, strength }: Choice) => {
      if (pick !== 'response') return pick === 'tie' ? tie : allBad
      const place = Math.max(0, ids.indexOf(response ?? ''))
      return isPair ? ofPair(place === 0 ? 0 : 1, strength ?? 1) : ofSeveral(place)
    }
    return [
      { unit: 'overall', category: categoryOf(overall), offered, axes: [], counts: true, criterion: null },
      ...Object.entries(axes).map(([axis, choice]): RatedUnit => ({ unit: `axis ${axis}`, category: categoryOf(choice), offered, axes: [axis], counts: false, criterion: null })),
    ]
  },
}
