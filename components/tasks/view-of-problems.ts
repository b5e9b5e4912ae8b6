import type { FieldProblem } from '@/lib/errors'

/** A bench's two views of one work. */
export type ComparisonView = 'differences' | 'verdict'

/**
 * Where whoever tried to give the verdict sees what is missing: in the view that is open, if it shows any of that, else in the other.
 * Points to decide stand among the differences alone; `isEdited`: paths that stand in the verdict's editor alone.
 */
export function viewOfProblems(open: ComparisonView, problems: readonly FieldProblem[], isEdited: (path: string) => boolean = () => false): ComparisonView {
  const other = open === 'differences' ? 'verdict' : 'differences'
  const isElsewhere = ({ path }: FieldProblem) => (open === 'differences' ? isEdited(path) : path.startsWith('points.'))
  return problems.length > 0 && problems.every(isElsewhere) ? other : open
}
