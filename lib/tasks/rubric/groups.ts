/**
 * The criteria of one instruction's rubric, in three groups: `main` (proficiency: weighted, the weights sum to one), `bonus`
 * (excellence: counted) and `veto` (safety: violated or not; nothing makes up for it). Apart from the schemas, so that the
 * browser needs no schema library to show them.
 * Source: ProMedical (arXiv 2604.08326), rubric construction.
 */
export const groups = ['main', 'bonus', 'veto'] as const
export type Group = (typeof groups)[number]

export const inGroup = <C extends { group: Group }>(criteria: readonly C[], group: Group): C[] =>
  criteria.filter((criterion) => criterion.group === group)

/** Weights are whole millionths, so that "they sum to one" is a fact and not a rounding. */
export const wholeWeight = 1_000_000

/** Signed points are HealthBench's: whole, and no further from nothing than this. */
export const mostPoints = 10
