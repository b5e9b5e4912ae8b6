/** The questions that readers and adjudicators asked about items of a study. Who asked stays unknown. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { countThreads, threadsOf, type StudyThread } from '@/lib/db/study-threads'
import { admitAdmin } from './admit-admin'
import { pageNumber, pageWindow, type Pages } from './page-window'

export const listThreadsInput = z.object({ study: z.string(), show: z.enum(['open', 'resolved']).default('open'), page: pageNumber })

const pageSize = 30

export async function listThreads(
  viewer: Viewer,
  { study: slug, show, page: wanted }: z.output<typeof listThreadsInput>,
): Promise<Pages & { threads: StudyThread[]; unresolved: number }> {
  return asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    const count = await countThreads(tx, study.id)
    const { page, pages, ...window } = pageWindow(wanted, pageSize, count[show])
    const threads = await threadsOf(tx, study.id, { resolved: show === 'resolved', ...window })
    return { page, pages, threads, unresolved: count.open }
  })
}
