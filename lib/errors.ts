/**
 * The one way to say no. A Refusal is an answer to a person, not a defect: it has a code that fixes the HTTP status, a
 * message key that every language translates (lib/messages/<locale>/refusals.json), and the values the sentence needs.
 * There is no 'forbidden': what a person may not see does not exist for them (`not-found`). `out-of-scope` speaks of the
 * token that was sent and is decided before anything is looked up, so it says nothing about what there is.
 */
export const refusalStatus = {
  invalid: 422,
  'signed-out': 401,
  'out-of-scope': 403,
  'not-found': 404,
  'not-allowed': 405,
  conflict: 409,
  frozen: 409,
  'too-large': 413,
  unsupported: 415,
  'out-of-range': 416,
  'slow-down': 429,
} as const

export type RefusalCode = keyof typeof refusalStatus

/** One field that was not accepted: where it stands, which rule it breaks, the rule's numbers. */
export type FieldProblem = { path: string; code: string; values?: Record<string, string | number> }

export class Refusal extends Error {
  override readonly name = 'Refusal'
  constructor(
    readonly code: RefusalCode,
    /** Key in the `refusals` messages, such as `seat-lapsed`. */
    readonly reason: string,
    readonly values: Readonly<Record<string, string | number>> = {},
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(`${code}: ${reason}${Object.keys(values).length ? ' ' + JSON.stringify(values) : ''}`)
  }
}
