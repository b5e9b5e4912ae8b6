/** Freezes a finished study's release through the product's own services, in its admin's name. */
import { changeRelease, draftRelease } from '@/lib/services/compose-draft'
import { freezeRelease } from '@/lib/services/freeze-release'
import { readDraft } from '@/lib/services/read-draft'
import { runJobNow } from '@/lib/services/run-job-now'
import { viewerOfPerson } from '@/lib/services/viewer-of-person'
import type { DemoRelease } from '../types'

export async function releaseStudy(
  { by, title, meaning, notes, public: isPublic, recipe }: DemoRelease,
  slug: string,
  personIds: Map<string, string>,
): Promise<void> {
  const admin = await viewerOfPerson(personIds.get(by)!)
  if (!admin) throw new Error(`${by} is nobody`)
  const { releaseId } = await draftRelease(admin, { study: slug, title })
  const draft = await readDraft(admin, { study: slug, releaseId })
  await changeRelease(admin, { releaseId, title, notes, public: isPublic, recipe: { ...draft.recipe, ...recipe } })
  const { jobId } = await freezeRelease(admin, { releaseId, proof: '', meaning }, 'demo-world')
  await runJobNow(admin, jobId)
}
