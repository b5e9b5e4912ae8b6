/** Every item that a draft leaves out, with the reason, as JSON Lines. What straddles is known once texts were compared: by a preview that stands. */
import type { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { choiceOfDraft } from './choice-of-draft'
import { exportLines, type Download } from './export-lines'
import type { releaseInput } from './release-fields'

export async function listLeftOut(viewer: Viewer, { releaseId }: z.output<typeof releaseInput>): Promise<Download> {
  const { study, leftOut } = await choiceOfDraft(viewer, releaseId)
  async function* batches() {
    yield leftOut
  }
  return { fileName: `${study.slug}-left-out.jsonl`, lines: exportLines(batches(), (row) => row) }
}
