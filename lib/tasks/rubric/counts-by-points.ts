import type { Criterion } from './criterion'

export type Counted = { criteria: readonly Criterion[]; counting?: 'points' | 'groups' }

/**
 * Whether a rubric counts by signed points, as HealthBench does: where every criterion has them, unless the rubric says that its groups
 * count all the same. What has negative points then costs its points, and more of the others make up for it: it is no veto.
 */
export const countsByPoints = ({ criteria, counting }: Counted): boolean => (counting === undefined ? criteria.every(({ points }) => points !== null) : counting === 'points')
