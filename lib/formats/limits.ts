/** What one row may hold. Stated to the person in every refusal, so that a giant row is an answer and not a full memory. */
export const limits = {
  /** Code points of one text in an item's content. */
  text: 1_000_000,
  /** UTF-16 units of one row, line or record as it stands in the file: a full text with every character as \\uXXXX fits. */
  row: 8 * 1024 * 1024,
  /** Code points. */
  id: 200,
  plainField: 2_000,
  tagName: 100,
  tagValue: 2_000,
  /** Nesting of `sealed` and of content. */
  depth: 64,
  /** Columns of a CSV. */
  columns: 1_000,
} as const
