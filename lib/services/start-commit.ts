/** An admin says yes to a previewed file: from here on it is a job (commit-import.ts), which goes on when they leave the page. */
import type { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { Refusal } from '@/lib/errors'
import type { commitImportInput } from './commit-import'
import { findImport } from './find-import'
import { startJob } from './start-job'

export const startCommit = (
  viewer: Viewer,
  { importId, ...input }: z.output<typeof commitImportInput>,
): Promise<{ jobId: string }> =>
  asViewer(viewer, async (tx) => {
    const { studyId, state } = await findImport(tx, viewer, importId)
    if (state !== 'ready') throw new Refusal('conflict', state === 'done' ? 'import-done' : 'import-gone')
    return startJob(tx, viewer, { kind: 'import', studyId, subjectId: importId, input })
  })
