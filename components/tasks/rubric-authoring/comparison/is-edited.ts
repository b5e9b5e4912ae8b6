/** Of a problem's path: what a criterion owes is asked where it is edited, not where criteria are chosen. */
export const isEdited = (path: string): boolean => /^criteria(\.|$)/u.test(path)
