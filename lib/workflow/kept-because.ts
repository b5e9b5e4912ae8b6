/**
 * Why work that was begun cannot be handed in any more, said of its person alone: it was left alone for too long and went
 * back to those who wait; the admins ended it; one of these two; their role, their account, a conflict of interest or the pool took it from them; they passed it on; they
 * handed in another answer themselves.
 */
export const keptBecause = ['lease', 'admins', 'either', 'role', 'account', 'conflict', 'pool', 'passed-on', 'handed-in'] as const
export type KeptBecause = (typeof keptBecause)[number]

/** Whether it may ever be theirs again; whether it is free is another question, which only a claim asks. */
export const mayReturn = (why: KeptBecause): boolean => why !== 'conflict' && why !== 'passed-on' && why !== 'handed-in'
