/** How much one field of an answer may hold: the schema refuses more, and the editor's fields take no more. */
export const longestWords = 20_000
export const longestReference = 2_000
export const mostReferences = 50
