import type { PairwiseVerdict } from '../pairwise-verdict'
import type { Content } from './content'
import type { Judgment } from './judgment'
import { preferencesIn } from './scores'

export const pairwise: PairwiseVerdict<Content, Judgment> = {
  basis: 'derived',
  of: (content, { labels }) => ({ responses: content.responses, pairs: preferencesIn(content, labels) }),
}
