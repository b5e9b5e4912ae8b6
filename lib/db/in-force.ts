/** What stands, in SQL: of several versions the last. */

/** Of a verdict `v`. */
export const verdictInForce = `not exists (select from verdict later where later.item_id = v.item_id and later.version > v.version)`

/** Of a judgment `j`. */
export const judgmentInForce = `not exists (select from judgment later where later.seat_id = j.seat_id and later.revision > j.revision)`
