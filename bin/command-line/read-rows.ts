import type { Encoding } from '@/lib/formats/encoding'
import type { RowMachine, RowProblem } from '@/lib/formats/item-row'
import { machineRows } from '@/lib/formats/machine-rows'
import { Halt } from '../first/halt.mjs'
import { rowSentence } from './row-sentence'

/** The bad rows of one file: each is told with its line as it is met, a hundred at most; `end` refuses the file for them. */
export function badRows(file: string): { tell: (line: number, problem: RowProblem) => void; end: () => void } {
  let count = 0
  return {
    tell(line, { field, reason, values }) {
      count += 1
      if (count > 100) return
      const row = { line, field: field ?? '', fate: 'bad', reason, values: values ?? null, externalId: null }
      process.stderr.write(`${nameOf(file)}: ${rowSentence(row)}\n`)
    },
    end() {
      if (count === 1) throw new Halt(`${nameOf(file)} has a bad row, so nothing was computed.`)
      if (count > 1) throw new Halt(`${nameOf(file)} has ${count} bad rows, so nothing was computed.`)
    },
  }
}

/** The values of a file's rows, with their lines; a bad row is told and left out, and `bad.end()` refuses the file. */
export async function* readRows<Value>(
  bytes: AsyncIterable<Uint8Array>,
  machineOf: (encoding: () => Encoding) => RowMachine<{ line: number } & ({ value: Value } | RowProblem)>,
  bad: ReturnType<typeof badRows>,
): AsyncGenerator<{ line: number; value: Value }> {
  for await (const row of machineRows(bytes, machineOf)) {
    if ('reason' in row) bad.tell(row.line, row)
    else yield { line: row.line, value: row.value }
  }
}

export const nameOf = (file: string): string => (file === '-' ? 'standard input' : file)
