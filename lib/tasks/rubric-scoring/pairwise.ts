import type { PairwiseVerdict } from '../pairwise-verdict'
import type { Content } from './content'
import type { Judgment } from './judgment'
import { preferencesIn } from './scores'

export const pairwise = {
  basis: 'derived',
  of: (content: Content, { labels }: Judgment) => ({ responses: content.responses, pairs: preferencesIn(content, labels) }),
} satisfies PairwiseVerdict<Content, Judgment>
