import type { z } from 'zod'

/** Fields of a record that a table may have as a column; `meta({ column: false })` marks those that no cell can hold. */
export const columnNames = ({ shape }: z.ZodObject): string[] =>
  Object.entries(shape as Record<string, z.ZodType>).flatMap(([name, field]) => (field.meta()?.['column'] === false ? [] : name))
