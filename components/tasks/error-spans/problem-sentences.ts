import type { FieldProblem } from '@/lib/errors'

/** The problems of one field, or of a span itself and all its fields, found by path. */
export const problemAt = (problems: readonly FieldProblem[], path: string) =>
  problems.find((problem) => problem.path === path)

export const problemsUnder = (problems: readonly FieldProblem[], path: string) =>
  problems.filter((problem) => problem.path === path || problem.path.startsWith(`${path}.`))
