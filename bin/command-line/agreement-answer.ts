import type { Unmeasured } from '@/lib/stats/agreement/coefficient'
import type { ConfidenceInterval } from '@/lib/stats/interval'

export type AgreementOptions = {
  metric: string
  level?: string
  weights?: string
  match?: string
  categories?: string
  confidence: number
  resamples: number
  seed: number
}

export type AgreementAnswer = {
  metric: string
  level: string | null
  weights: string | null
  value: number | null
  reason: string | null
  items: number
  raters: number
  ratings: number
  interval: ConfidenceInterval | null
}

/** Why there is no number, for a person. */
export const reasons = {
  'no-pairs': 'No item was rated by two raters.',
  'no-variation':
    'All ratings are the same, so that agreement by chance is complete and nothing can be said beyond it.',
  'one-category': 'All ratings are the same, and a scale of one category leaves nothing to agree on.',
  'not-two-raters': 'This metric is for exactly two raters.',
  'nothing-marked': 'Nobody marked anything.',
} as const satisfies Record<Unmeasured | 'nothing-marked', string>
