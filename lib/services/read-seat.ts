/** All that the workbench needs of one reading: the text, the protocol to read by, the reader's own draft or judgment. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewerInSql } from '@/lib/db/as-viewer-in-sql'
import { publishedProtocol } from '@/lib/db/protocols-in-force'
import { ownJudgment, readingOf, shownVerdict } from '@/lib/db/readings'
import type { SqlTx } from '@/lib/db/sql-transaction'
import { Refusal } from '@/lib/errors'

export const readSeatInput = z.object({ seatId: z.uuid() })

export const readSeat = (viewer: Viewer, { seatId }: z.output<typeof readSeatInput>) =>
  asViewerInSql(viewer, (tx) => seatToRead(tx, seatId))

/** The same within a transaction of the viewer's that is under way. */
export async function seatToRead(tx: SqlTx, seatId: string) {
  const reading = await readingOf(tx, seatId)
  if (!reading) throw new Refusal('not-found', 'not-found')
  const [judgment, verdict] = reading.submittedAt
    ? await Promise.all([ownJudgment(tx, seatId), shownVerdict(tx, reading.itemId)])
    : [null, null]
  const protocol = judgment ? await publishedProtocol(tx, reading.study.id, judgment.protocolId) : reading.protocol
  if (!protocol) throw new Refusal('conflict', 'no-protocol')
  const { submittedAt, leaseUntil, ...shown } = reading
  return {
    ...shown,
    protocol,
    submittedAt: submittedAt?.toISOString() ?? null,
    leaseUntil: leaseUntil?.toISOString() ?? null,
    judgment: judgment && { answer: judgment.answer },
    verdict,
  }
}
