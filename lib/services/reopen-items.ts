/**
 * An admin has items read again that were judged under an old protocol. Each starts a new round of readings in a batch of
 * its own, under the newest protocol; what was judged before stays as history. Nothing is told of who read or what they said.
 * Up to a piece of them at once; more are the worker's, piece by piece: each is whole by itself, so what a job that was stopped or killed
 * has opened stays open, and whoever takes it up goes on with the others.
 */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEvents } from '@/lib/db/audit-events'
import { lockItems } from '@/lib/db/batch-closings'
import { lockBatch } from '@/lib/db/batches'
import { newestNumber, protocolVersions } from '@/lib/db/protocols'
import { itemsUnder, nextBatch, startNextRound } from '@/lib/db/reopenings'
import { dropStanding } from '@/lib/db/rubric-revisions'
import { Refusal } from '@/lib/errors'
import { moved } from '@/lib/workflow/moves'
import { admitAdmin } from './admit-admin'
import { batchName } from './batch-fields'
import type { JobHandler } from './job-handler'
import { startJob } from './start-job'

export const reopenItemsInput = z.object({
  study: z.string(),
  /** Number of the old version. */
  under: z.int().min(1),
  reason: z.string().trim().min(1, 'key:required').max(2_000),
  /** Name of the batch that the new round is read in. */
  batch: batchName,
})
type Input = z.output<typeof reopenItemsInput>

/**
 * So many items at most in one transaction. It holds their seats and, as it ends, the line of audited commits, in which every claim and
 * submission stands: half a second.
 */
const piece = 1_000
const pieceTimeoutMs = 60_000

/** `jobId`: they are so many that a worker does it; the page shows how far it is. */
export async function reopenItems(viewer: Viewer, input: Input): Promise<{ items: number } | { jobId: string }> {
  const { studyId, old } = await admitted(viewer, input)
  if (old.items > piece) {
    const job = { kind: 'reopen', studyId, subjectId: old.id, input: { ...input, items: old.items } } as const
    return asViewer(viewer, (tx) => startJob(tx, viewer, job))
  }
  const { opened } = await openPiece(viewer, { ...input, studyId, protocolId: old.id, batchId: randomUUID(), wanted: null, of: null })
  return { items: opened }
}

const jobInput = reopenItemsInput.extend({ items: z.int() })

export const reopenJob: JobHandler = {
  async run(viewer, job, { progress }) {
    const { items, ...input } = jobInput.parse(job.input)
    const { studyId, old } = await admitted(viewer, input)
    await progress('reopening', 0, items)
    for (let wanted: readonly string[] | null = null; wanted === null || wanted.length > 0; ) {
      // The batch has the job's id: whoever takes the job up goes on filling it.
      const { rest }: Opened = await openPiece(viewer, { ...input, studyId, protocolId: old.id, batchId: job.id, wanted, of: items }).catch(noneLeft)
      wanted = rest
      await progress('reopening', Math.max(0, items - rest.length), items)
    }
  },
}

async function admitted(viewer: Viewer, { study: slug, under }: Input) {
  return asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    const old = (await protocolVersions(tx, study.id)).find(({ number }) => number === under)
    if (!old) throw new Refusal('not-found', 'not-found')
    if ((await newestNumber(tx, study.id)) === under) throw new Refusal('invalid', 'protocol-is-newest')
    return { studyId: study.id, old }
  })
}

type Piece = Pick<Input, 'under' | 'reason' | 'batch'> & {
  studyId: string
  protocolId: string
  batchId: string
  /** What is left to open; null: all that stands judged under the old version. */
  wanted: readonly string[] | null
  /** Of how many this is a piece; null: it is all of them. */
  of: number | null
}
type Opened = { opened: number; rest: readonly string[] }

/** One transaction. Refuses where none of the wanted stands judged under the old version any more. */
function openPiece(viewer: Viewer, { studyId, protocolId, under, reason, batch, batchId, wanted, of }: Piece): Promise<Opened> {
  return asSystem({ reason: 'item-reopened', actor: viewer.personId, studyId, timeoutMs: pieceTimeoutMs }, async (tx, note) => {
    if ((await lockBatch(tx, studyId, batchId))?.state === 'closed') throw new Refusal('conflict', 'batch-is-closed')
    const all = wanted ?? (await itemsUnder(tx, studyId, protocolId))
    // Before any item is locked: it looks at all of them.
    if (wanted === null && all.length > 0) await nextBatch(tx, { id: batchId, studyId, name: batch }, all)
    const itemIds: string[] = []
    let rest = all
    while (itemIds.length === 0 && rest.length > 0) {
      const ids = rest.slice(0, piece)
      rest = rest.slice(piece)
      const locked = await lockItems(tx, studyId, { ids })
      // Asked again under the locks: some may have been taken back or handed in anew.
      const still = new Set(await itemsUnder(tx, studyId, protocolId, ids))
      for (const { id, stage } of locked) {
        if (!still.has(id)) continue
        moved(stage, 'returned-to-readers', 'admin', reason)
        itemIds.push(id)
      }
    }
    const [first, ...others] = itemIds
    if (!first) throw new Refusal('conflict', 'nothing-to-reopen', { under })
    await dropStanding(tx, itemIds)
    await startNextRound(tx, batchId, itemIds)
    // One event for each, so that an item's history tells it.
    const detail = { under, reason, items: of ?? itemIds.length, batch }
    note({ itemId: first, detail })
    await recordEvents(tx, others, { kind: 'item-reopened', actor: viewer.personId, studyId, detail })
    return { opened: itemIds.length, rest }
  })
}

function noneLeft(error: unknown): Opened {
  if (error instanceof Refusal && error.reason === 'nothing-to-reopen') return { opened: 0, rest: [] }
  throw error
}
