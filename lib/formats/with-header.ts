import { csvLine } from './csv-cells'

/** A table's lines, behind that of its columns. */
export async function* withHeader(columns: readonly string[], lines: AsyncIterable<string>): AsyncGenerator<string> {
  yield csvLine(columns)
  yield* lines
}
