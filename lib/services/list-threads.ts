/** The questions that readers and adjudicators asked about items of a study. Who asked stays unknown. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { threadsOf, unresolvedThreads, type StudyThread } from '@/lib/db/study-threads'
import { admitAdmin } from './admit-admin'

export const listThreadsInput = z.object({ study: z.string(), show: z.enum(['open', 'resolved']).default('open') })

/** More than these are not shown at once; resolving some brings the next. */
const most = 200

export async function listThreads(
  viewer: Viewer,
  { study: slug, show }: z.output<typeof listThreadsInput>,
): Promise<{ threads: StudyThread[]; unresolved: number }> {
  return asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    const threads = await threadsOf(tx, study.id, { resolved: show === 'resolved', limit: most })
    return { threads, unresolved: await unresolvedThreads(tx, study.id) }
  })
}
