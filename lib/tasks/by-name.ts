/** An object to be filled under names that are not ours, such as a study's tags. It has no parent, so every name means itself alone. */
export const byName = <Value>(): Record<string, Value> => Object.create(null) as Record<string, Value>
