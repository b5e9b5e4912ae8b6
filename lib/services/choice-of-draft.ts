/** Which items a recipe takes of a study and why it leaves the others, without looking at a text: seconds for a large study. What straddles it takes from a preview that stands. */
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { asViewerStreaming } from '@/lib/db/as-viewer-streaming'
import { candidateQuery, candidateReader } from '@/lib/db/release-candidates'
import { earlierIds } from '@/lib/db/release-sizes'
import { newestFrozen, saltFor, type ReleaseRow } from '@/lib/db/releases'
import type { StudyRow } from '@/lib/db/studies'
import type { Candidate } from '@/lib/releases/candidate'
import { chooseItems, type Chosen } from '@/lib/releases/choose-items'
import { recipeSchema, type Recipe } from '@/lib/releases/recipe'
import type { ReleaseFacts } from '@/lib/releases/release-facts'
import { taskOf } from '@/lib/tasks/registry'
import { admitComposer, refuseUnlessDraft } from './admit-composer'
import { gotRightBy } from './got-right-by'
import { previewedPrint } from './kept-preview'

export type DraftChoice = Chosen & { release: ReleaseRow; study: StudyRow; candidates: Candidate[] }

/** `recipe`: one that is not saved yet; without it, the draft's own. */
export async function choiceOfDraft(viewer: Viewer, releaseId: string, recipe?: Recipe): Promise<DraftChoice> {
  const { release, study, salt, earlier } = await asViewer(viewer, async (tx) => {
    const { release, study } = await admitComposer(tx, viewer, releaseId)
    refuseUnlessDraft(release)
    const previous = await newestFrozen(tx, study.id)
    return { release, study, salt: await saltFor(tx, release.id, previous?.id ?? null), earlier: previous ? await earlierIds(tx, previous.id) : [] }
  })
  const wanted = recipe ?? recipeSchema.parse(release.recipe)
  const task = taskOf(study.task)
  const toCandidate = candidateReader((answer, content) => task.labels(answer, { content, settings: study.settings }))
  const candidates: Candidate[] = []
  for await (const rows of asViewerStreaming(viewer, candidateQuery(study.id, task.labelsFrom))) for (const row of rows) candidates.push(toCandidate(row))
  const gotRight = wanted.hard ? await gotRightBy(viewer, study.id, task, wanted.hard, candidates) : []
  const preview = previewedPrint({ ...release, recipe: wanted }) === null ? null : (release.facts as ReleaseFacts)
  const straddling = new Set(preview?.leakage.conflicts.flatMap(({ added }) => added))
  return { release, study, candidates, ...chooseItems(candidates, wanted, { salt, earlier: new Set(earlier), gotRight, straddling }) }
}
