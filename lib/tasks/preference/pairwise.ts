import type { PairwiseVerdict, Preferred } from '../pairwise-verdict'
import type { Content } from './content'
import type { Judgment } from './judgment'

/** The best of several says nothing of the others among themselves, and "none is acceptable" nothing at all. */
export const pairwise = {
  basis: 'stated',
  of({ responses }: Content, { overall: { pick, response } }: Judgment) {
    const ids = responses.map(({ id }) => id)
    const pairs = ids.flatMap((a, nth) => ids.slice(nth + 1).map((b): Preferred => ({ a, b, preferred: pick === 'tie' ? null : response })))
    return { responses, pairs: pick === 'all-bad' ? [] : pairs.filter(({ a, b, preferred }) => preferred === null || preferred === a || preferred === b) }
  },
} satisfies PairwiseVerdict<Content, Judgment>
