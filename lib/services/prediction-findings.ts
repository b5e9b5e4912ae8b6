import type { RowProblem, RowReason } from '@/lib/formats/item-row'
import { limits } from '@/lib/formats/limits'

/** `values`: the numbers of the sentence. Line 0: the file as a whole. */
export type PredictionProblem = { line: number; field: string; reason: RowReason; values: Record<string, string | number> }
/** Places that their texts do not have, as many `spans` on `lines`, of which the first are named. */
export type Unplaced = { spans: number; lines: number[] }

/** More are counted, not listed. */
const mostProblems = 200
const mostUnplacedLines = 20

/** What is wrong with a file, line by line as it comes in: the first of it by name, the rest as a number. */
export class PredictionFindings {
  readonly problems: PredictionProblem[] = []
  readonly unplaced: Unplaced = { spans: 0, lines: [] }
  total = 0

  refuse(line: number, { field, reason, values = {} }: RowProblem): void {
    this.total += 1
    if (this.problems.length >= mostProblems) return
    const told = Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? short(value) : value] as const)
    this.problems.push({ line, field: short(field ?? ''), reason, values: Object.fromEntries(told) })
  }

  misplace(line: number, spans: number): void {
    if (spans === 0) return
    this.unplaced.spans += spans
    if (this.unplaced.lines.length < mostUnplacedLines) this.unplaced.lines.push(line)
  }
}

/** A copy: a part of a text keeps all of it in memory. */
const short = (text: string): string => (text.length <= limits.id ? text : `${Buffer.from(text.slice(0, limits.id)).toString()}…`)
