import type { Viewer } from '@/lib/blinding/viewer'
import type { StudyRow } from '@/lib/db/studies'
import type { Manifest } from '@/lib/releases/manifest'
import type { Recipe } from '@/lib/releases/recipe'
import type { Task } from '@/lib/tasks/task'

import type { Scored, ScoredSplit } from './contest-parts'
import type { JobContext } from './job-handler'
import { scoreReaders } from './score-readers'

/** The readers of every split of a release that is being frozen, under every match rule; none where the task scores nobody. */
export async function scoreBaseline(
  viewer: Viewer,
  { releaseId, study, task, recipe, splits }: { releaseId: string; study: StudyRow; task: Task; recipe: Recipe; splits: Manifest['splits'] },
  job: Pick<JobContext, 'progress'>,
): Promise<{ split: ScoredSplit; scored: Scored[] }[]> {
  const { evaluation } = task
  if (!evaluation) return []
  const contests = evaluation.matches.map((match) => ({ match, rule: match, expertOf: null, readersDone: false }))
  const baseline: { split: ScoredSplit; scored: Scored[] }[] = []
  for (const { name, items, hidden } of splits) {
    const split = { releaseId, split: name, items, hidden, rules: evaluation.rules }
    const read = { ...split, studyId: study.id, settings: study.settings, namesReaders: recipe.readers === 'pseudonyms' }
    baseline.push({ split, scored: await scoreReaders(viewer, read, task, contests, job) })
  }
  return baseline
}
