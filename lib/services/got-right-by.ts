import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { markedItems } from '@/lib/db/marked-items'
import { Refusal } from '@/lib/errors'
import type { Recipe } from '@/lib/releases/recipe'
import { marksIn } from '@/lib/tasks/kept-marks'
import type { Task } from '@/lib/tasks/task'

/** For each submission of the hard-sample rule, the items that it got right. Refuses one that is not of the study or not scored so. */
export async function gotRightBy(
  viewer: Viewer,
  studyId: string,
  task: Task,
  { submissions, match }: NonNullable<Recipe['hard']>,
): Promise<Set<string>[]> {
  return asViewer(viewer, async (tx) => {
    const { evaluation } = task
    const all: Set<string>[] = []
    for (const submission of submissions) {
      const marked = await markedItems(tx, { studyId, submission, match })
      if (!marked || !evaluation) throw new Refusal('invalid', 'hard-rule-not-scored', {}, [{ path: 'recipe.hard', code: 'not-an-option' }])
      const marks = marksIn(marked.marks, evaluation.between)
      all.push(new Set(marked.ids.filter((_, nth) => evaluation.isRight(marks[nth]!))))
    }
    return all
  })
}
