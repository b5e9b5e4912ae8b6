import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { markedItems } from '@/lib/db/marked-items'
import { Refusal } from '@/lib/errors'
import type { Candidate } from '@/lib/releases/candidate'
import type { Recipe } from '@/lib/releases/recipe'
import { marksIn } from '@/lib/tasks/kept-marks'
import type { Task } from '@/lib/tasks/task'

/**
 * For each submission of the hard-sample rule, the candidates that it got right. It was scored against the verdict of then: what has
 * another verdict now counts as not answered. Refuses one that is not of the study, not scored so, or withdrawn.
 */
export async function gotRightBy(
  viewer: Viewer,
  studyId: string,
  task: Task,
  { submissions, match }: NonNullable<Recipe['hard']>,
  candidates: readonly Candidate[],
): Promise<Set<string>[]> {
  const verdictOf = new Map(candidates.map(({ id, verdict }) => [id, verdict?.id]))
  return asViewer(viewer, async (tx) => {
    const { evaluation } = task
    const all: Set<string>[] = []
    for (const submission of submissions) {
      const marked = await markedItems(tx, { studyId, submission, match })
      if (!marked || !evaluation) throw new Refusal('invalid', 'hard-rule-not-scored', { rules: evaluation?.matches.join(', ') ?? '' }, [{ path: 'recipe.hard', code: 'not-an-option' }])
      const marks = marksIn(marked.marks, evaluation.between)
      const right = marked.items.filter(({ id, verdictId }, nth) => verdictOf.get(id) === verdictId && evaluation.isRight(marks[nth]!))
      all.push(new Set(right.map(({ id }) => id)))
    }
    return all
  })
}
