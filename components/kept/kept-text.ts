/** What was written, as it is: JSON in lines. */
export const keptText = (value: unknown): string => JSON.stringify(value, null, 2)
