import type { RatedScale } from '../rated-units'
import type { Content } from './content'
import type { Judgment, Review } from './judgment'

const reviews: readonly Review[] = ['pass', 'correct', 'reject']

/** What is said of the draft as a whole. Criteria are texts and not categories: how far those agree, `reader-agreement` tells. */
export const rated: RatedScale<Content, Judgment> = {
  of: 'review',
  categories: reviews,
  degrees: null,
  sides: null,
  units: (_, { review }) => (review === null ? [] : [{ unit: 'review', category: reviews.indexOf(review), offered: reviews.map((_, nth) => nth), axes: [], counts: true, criterion: null }]),
}
