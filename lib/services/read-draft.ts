/** A release that is being composed, as its form and preview need it. */
import type { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { itemFacets, type ItemFacets } from '@/lib/db/item-facets'
import { jobsOf, type JobRow } from '@/lib/db/jobs'
import { scoredSubmissions, type ScoredSubmission } from '@/lib/db/scored-submissions'
import { recipeSchema, type Recipe } from '@/lib/releases/recipe'
import type { ReleaseFacts } from '@/lib/releases/release-facts'
import { taskOf } from '@/lib/tasks/registry'
import type { Localised } from '@/lib/locale'
import type { ReleaseState } from '@/lib/db/releases'
import { admitComposer } from './admit-composer'
import { previewedPrint } from './kept-preview'
import type { releaseInput } from './release-fields'
import { limitsOf } from './release-formats'

export type DraftShown = {
  id: string
  state: ReleaseState
  title: string
  public: boolean
  notes: string
  recipe: Recipe
  /** What the last preview found; null before the first. */
  preview: ReleaseFacts | null
  /** Of what the preview found; null when there is none or the recipe was changed since. Signing names it. */
  print: string | null
  facets: ItemFacets
  formats: { code: string; name: Localised; cannotHold: Localised[] }[]
  submissions: ScoredSubmission[]
  isOwner: boolean
  job: Pick<JobRow, 'id' | 'kind' | 'state' | 'failure'> | null
}

export async function readDraft(viewer: Viewer, { releaseId }: z.output<typeof releaseInput>): Promise<DraftShown> {
  return asViewer(viewer, async (tx) => {
    const { release, study } = await admitComposer(tx, viewer, releaseId)
    const [job] = await jobsOf(tx, { studyId: study.id, subjectId: releaseId, limit: 1 })
    return {
      id: release.id,
      state: release.state,
      title: release.title,
      public: release.public,
      notes: release.notes,
      recipe: recipeSchema.parse(release.recipe),
      preview: release.facts as ReleaseFacts | null,
      print: previewedPrint(release)?.print ?? null,
      facets: await itemFacets(tx, study.id),
      formats: taskOf(study.task).formats.map((format) => ({ code: format.code, name: format.name, cannotHold: limitsOf(format) })),
      submissions: await scoredSubmissions(tx, study.id),
      isOwner: viewer.owner,
      job: job ? { id: job.id, kind: job.kind, state: job.state, failure: job.failure } : null,
    }
  })
}
