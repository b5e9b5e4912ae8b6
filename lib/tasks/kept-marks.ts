import type { Mark } from './evaluation'

/** The mark of an item that the contestant did not do. */
export const notDone: Mark = ' '

/** A contest's marks in one string, in the order of the items, and back. */
export const keptMarks = (marks: readonly Mark[], between: string): string => marks.join(between)
export const marksIn = (kept: string, between: string): Mark[] => kept.split(between)
