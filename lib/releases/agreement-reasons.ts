import type { Unmeasured } from '@/lib/stats/agreement/coefficient'
import { coarseGroups } from '@/lib/workflow/submission-limits'

/** Why an agreement has no value, by code: in the words of a release's documents, which are English. The interface has its own for each. */
export const agreementReasons = {
  'no-pairs': 'No item was read by two readers.',
  'no-variation': 'All readings say the same, so that agreement by chance cannot be told from agreement.',
  'one-category': 'All readings say the same.',
  'not-two-raters': 'It is a measure for exactly two readers.',
  'nothing-marked': 'No two readers of an item marked anything.',
  'no-criteria': 'No two authors of an item wrote a criterion.',
  'none-aligned': 'No criteria of two authors were aligned.',
  hidden: 'Not told while the split is hidden.',
  'hidden-and-small': `Not told: a hidden split of fewer than ${coarseGroups.smallest} items.`,
} as const satisfies Record<Unmeasured, string> & Record<string, string>
export type AgreementReason = keyof typeof agreementReasons
