import { estimated, ratioOf, undefinedBy, type Estimate } from '@/lib/stats/estimate'

/** Pairs of what a grader and what a physician says of one criterion, by both: `tf` is met to the grader, not met to the physician. */
export type PairTable = { tt: number; tf: number; ft: number; ff: number }
export type Unpaired = 'no-physician' | 'one-answer-only'

/**
 * How a grader does against single physicians, every pair of the two alike: of each answer (met, not met) the precision, the
 * recall and their F1, then the plain mean over both answers. Undefined where one answer gives none.
 * Source: HealthBench (Arora et al. 2025), meta-evaluation; openai/simple-evals, healthbench_meta_eval (`pairwise_*_balanced`).
 */
export const metaMeasures = {
  precision: (pairs) => balanced(pairs, ({ tt, tf, ft, ff }) => [ratio(tt, tt + tf), ratio(ff, ff + ft)]),
  recall: (pairs) => balanced(pairs, ({ tt, tf, ft, ff }) => [ratio(tt, tt + ft), ratio(ff, ff + tf)]),
  f1: (pairs) => balanced(pairs, ({ tt, tf, ft, ff }) => [harmonic(tt, tt + tf, tt + ft), harmonic(ff, ff + ft, ff + tf)]),
} as const satisfies Record<string, (pairs: PairTable) => Estimate<Unpaired>>

function balanced(pairs: PairTable, of: (pairs: PairTable) => [Estimate<Unpaired>, Estimate<Unpaired>]): Estimate<Unpaired> {
  if (pairs.tt + pairs.tf + pairs.ft + pairs.ff === 0) return undefinedBy('no-physician')
  const [met, notMet] = of(pairs)
  return met.value === null || notMet.value === null ? undefinedBy('one-answer-only') : estimated((met.value + notMet.value) / 2)
}

const ratio = (part: number, of: number): Estimate<Unpaired> => ratioOf(part, of, 'one-answer-only')
/** The F1 of a precision and a recall with the same numerator; undefined when either is. */
const harmonic = (both: number, said: number, is: number): Estimate<Unpaired> => (said === 0 || is === 0 ? undefinedBy('one-answer-only') : estimated((2 * both) / (said + is)))
