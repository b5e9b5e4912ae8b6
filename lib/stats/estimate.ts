/** A statistic, or why it has no value. Never NaN, and never a 0 or 1 that nobody measured. */
export type Estimate<Reason extends string = string> =
  { readonly value: number; readonly reason: null } | { readonly value: null; readonly reason: Reason }

export const estimated = (value: number): { value: number; reason: null } => ({ value, reason: null })
export const undefinedBy = <Reason extends string>(reason: Reason): { value: null; reason: Reason } => ({
  value: null,
  reason,
})

/** `numerator / denominator`; undefined, for the reason given, over nothing. */
export const ratioOf = <Reason extends string>(
  numerator: number,
  denominator: number,
  reason: Reason,
): Estimate<Reason> => (denominator === 0 ? undefinedBy(reason) : estimated(numerator / denominator))
