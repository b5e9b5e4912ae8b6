import type { Unmeasured } from '@/lib/stats/agreement/coefficient'

/** Why an agreement has no value, as releases say it. */
export const agreementReasons: Readonly<Record<Unmeasured, string>> = {
  'no-pairs': 'No item was read by two readers.',
  'no-variation': 'All readings say the same, so that agreement by chance cannot be told from agreement.',
  'one-category': 'All readings say the same.',
  'not-two-raters': 'It is a measure for exactly two readers.',
}
