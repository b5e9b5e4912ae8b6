import type { Encoding } from '@/lib/formats/encoding'
import type { RowMachine, RowProblem } from '@/lib/formats/item-row'
import { decoderProblem } from '@/lib/formats/marks'
import { eachLine } from '@/lib/formats/text-lines'

/** What a MEDIQA-CORR system says of one text. Sentences count from 0; the number may name a sentence that is not there. */
export type RunLine = { id: string; flagged: boolean; sentence: number | null; correction: string | null }

export type RunRow = { line: number } & ({ value: RunLine } | RowProblem)

/**
 * A run of MEDIQA-CORR 2024: `text-id flag sentence-id|-1 correction|NA`, one text a line. As the task's own scorer does,
 * the sentence is read only where the flag is 1.
 */
export function mediqaRun(encoding: () => Encoding): RowMachine<RunRow> {
  let line = 0
  return {
    push(text) {
      const rows: RunRow[] = []
      eachLine(text, (raw) => {
        line += 1
        if (raw.trim() === '') return
        rows.push({ line, ...((raw.isWellFormed() ? null : decoderProblem(raw, encoding)) ?? runLine(raw)) })
      })
      return rows
    },
    end: () => [],
  }
}

function runLine(raw: string): { value: RunLine } | RowProblem {
  const parts = /^\s*(\S+)\s+([01])\s+(-?\d+)(?:\s+(.*?))?\s*$/.exec(raw)
  if (!parts) return { field: null, reason: 'not-a-run-line' }
  const [, id, flag, sentence, said = 'NA'] = parts
  const flagged = flag === '1'
  const correction = said.replace(/^"(.*)"$/, '$1')
  return {
    value: {
      id: id!,
      flagged,
      sentence: flagged && Number(sentence) >= 0 ? Number(sentence) : null,
      correction: correction === 'NA' ? null : correction,
    },
  }
}
