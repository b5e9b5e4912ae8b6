/** The roles of a study, in the order they are shown. */
export const roles = ['reader', 'adjudicator', 'admin', 'researcher'] as const
export type Role = (typeof roles)[number]
