/**
 * Where an item stands.
 * pool: imported and in no open batch · reading: its seats are open to readers · adjudicating: waits at the bench ·
 * closed: finished, with a verdict or undecided (policy `never`) · withdrawn: out of the study for good.
 */
export const stages = ['pool', 'reading', 'adjudicating', 'closed', 'withdrawn'] as const
export type Stage = (typeof stages)[number]

/** Who causes a move. `system` is the rule that follows a submission, never a person. */
export type Mover = 'reader' | 'adjudicator' | 'admin' | 'system'

/** What happens to an item whose seats have all been submitted. */
export const adjudicationPolicies = ['on-disagreement', 'always', 'never'] as const
export type AdjudicationPolicy = (typeof adjudicationPolicies)[number]
