import type { RatedScale } from '../rated-units'
import type { Content } from './content'
import type { Judgment } from './judgment'

/** Whether a text is erroneous: what its readers say once an item, whatever they marked. */
export const rated: RatedScale<Content, Judgment> = {
  of: 'veracity',
  categories: ['correct', 'erroneous'],
  degrees: null,
  sides: null,
  units: (_, { veracity }) => [{ unit: 'veracity', category: veracity === 'correct' ? 0 : 1, offered: [0, 1], axes: [], counts: true, criterion: null }],
}
