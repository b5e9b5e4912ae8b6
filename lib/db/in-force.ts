/** What stands, in SQL: of several versions the last. */

/**
 * Of a verdict `v` of an item `i`, while that is closed, or till it was opened again: of its present round, and not undone by one of its readers. For the unblinded
 * door and admins, who see what was undone; the database function `verdict_in_force` says the same of one verdict to anybody.
 */
export const verdictInForce = `v.round = i.round and not exists (select from verdict later where later.item_id = v.item_id and later.version > v.version)
  and not exists (select from verdict_undone undone where undone.verdict_id = v.id)`

/** Of a judgment `j`. */
export const judgmentInForce = `not exists (select from judgment later where later.seat_id = j.seat_id and later.revision > j.revision)`

/** Of an item `i`: none of its readings can be taken back. */
export const closedForGood = `i.stage = 'closed' and past_grace(i.id, i.staged_at)`
