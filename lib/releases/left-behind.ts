import { byCodeUnit } from './by-code-unit'

export type FieldLost = { field: string; records: number }

/** How many records left which fields behind in which format, gathered as they are written. */
export class LeftBehind {
  readonly #counts = new Map<string, Map<string, number>>()

  /** One record's. */
  add(format: string, fields: readonly string[]): void {
    const counts = this.#counts.get(format) ?? new Map<string, number>()
    this.#counts.set(format, counts)
    for (const field of fields) counts.set(field, (counts.get(field) ?? 0) + 1)
  }

  /** By the fields' names. */
  in(format: string): FieldLost[] {
    return [...(this.#counts.get(format) ?? [])].map(([field, records]) => ({ field, records })).sort((a, b) => byCodeUnit(a.field, b.field))
  }
}
