/** All that the workbench needs of one reading: the text, the protocol to read by, the reader's own draft or judgment. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { draftOf } from '@/lib/db/drafts'
import { newestProtocol, publishedProtocol } from '@/lib/db/protocols-in-force'
import { ownJudgment, readingOf, shownVerdict } from '@/lib/db/readings'
import { Refusal } from '@/lib/errors'

export const readSeatInput = z.object({ seatId: z.uuid() })

export async function readSeat(viewer: Viewer, { seatId }: z.output<typeof readSeatInput>) {
  return asViewer(viewer, async (tx) => {
    const reading = await readingOf(tx, seatId)
    if (!reading) throw new Refusal('not-found', 'not-found')
    const judgment = reading.submittedAt ? await ownJudgment(tx, seatId) : null
    const protocol = judgment
      ? await publishedProtocol(tx, reading.study.id, judgment.protocolId)
      : await newestProtocol(tx, reading.study.id)
    if (!protocol) throw new Refusal('conflict', 'no-protocol')
    const draft = reading.submittedAt ? null : await draftOf(tx, viewer.personId, reading.itemId)
    const verdict = reading.submittedAt ? await shownVerdict(tx, reading.itemId) : null
    const { submittedAt, leaseUntil, ...shown } = reading
    return {
      ...shown,
      protocol,
      submittedAt: submittedAt?.toISOString() ?? null,
      leaseUntil: leaseUntil?.toISOString() ?? null,
      draft: draft && { body: draft.body, version: draft.version, activeMs: draft.activeMs },
      judgment: judgment && { answer: judgment.answer },
      verdict,
    }
  })
}
