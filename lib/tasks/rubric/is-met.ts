import type { Label } from './scores'

/** Met by HealthBench's word: of a criterion with negative points, that the bad thing is there. A part is not enough. */
export const isMet = (label: Label): boolean => label === 'met' || label === 'violated'
