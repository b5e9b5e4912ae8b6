import type { RowProblem } from '@/lib/formats/item-row'
import { isProblem, type Fields } from '../../conversation/record-format'
import { healthBenchFields } from '../../rubric/healthbench-fields'
import { drafted } from './drafted'

/**
 * A HealthBench record as an instruction to write a rubric for: its rubric is the draft, its ideal completion a reference, its
 * completion a sample to try criteria on. What graders said is sealed.
 */
export function healthBenchDraft(row: Fields): Fields | RowProblem {
  const fields = healthBenchFields(row)
  if (isProblem(fields)) return fields
  const { rubric, reference, labels, ...item } = fields
  const ideal = (reference as { ideal_completion?: unknown } | undefined)?.ideal_completion
  return {
    ...item,
    draft: drafted(rubric),
    references: typeof ideal === 'string' && ideal.trim() !== '' ? [ideal] : [],
    sealed: { ...(reference === undefined ? {} : { reference }), ...(labels === undefined ? {} : { labels }) },
  }
}
