/** Why readers differed, recorded with every adjudicated verdict on readings that do: reducible causes are what an admin can mend. */
export const causes = [
  'oversight',
  'ambiguous-guideline',
  'missing-context',
  'genuine-clinical-disagreement',
  'taxonomy-gap',
] as const
export type Cause = (typeof causes)[number]
