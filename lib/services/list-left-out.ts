/** Every item that a draft leaves out, with the reason, as JSON Lines. What straddles is known once texts were compared: by a preview that stands. */
import type { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { straddling } from '@/lib/releases/choice'
import type { ReleaseFacts } from '@/lib/releases/release-facts'
import { choiceOfDraft } from './choice-of-draft'
import { exportLines, type Download } from './export-lines'
import { previewedPrint } from './kept-preview'
import type { releaseInput } from './release-fields'

export async function listLeftOut(viewer: Viewer, { releaseId }: z.output<typeof releaseInput>): Promise<Download> {
  const { study, release, leftOut } = await choiceOfDraft(viewer, releaseId)
  const preview = previewedPrint(release) === null ? null : (release.facts as ReleaseFacts)
  async function* batches() {
    yield [...leftOut, ...straddling(preview?.leakage.conflicts ?? [])]
  }
  return { fileName: `${study.slug}-left-out.jsonl`, lines: exportLines(batches(), (row) => row) }
}
