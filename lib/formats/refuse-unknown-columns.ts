import { Refusal } from '@/lib/errors'

/** Throws where a header has a column that the format has not. */
export function refuseUnknownColumns(header: readonly string[], known: readonly string[]): void {
  const problems = header.filter((column) => !known.includes(column)).map((column) => ({ path: column, code: 'no-such-field', values: { target: column } }))
  if (problems.length) throw new Refusal('invalid', 'mapping-does-not-fit', {}, problems)
}
