/**
 * An admin decides on a previewed file: all of it or nothing, or the good rows. One transaction puts the items into the
 * pool and what is sealed into seals, and ends the job that does it (start-commit.ts): a worker killed at any moment leaves
 * either everything or nothing. What the preview said is asked again if items have come into the study since.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEventOfEach } from '@/lib/db/audit-events'
import { replaceSeals, takeOverCorrections, type Correction } from '@/lib/db/corrections'
import { importById, markDone } from '@/lib/db/imports'
import { deleteStagedRows, insertStagedItems, lockImportsInto, readByLine, stagedCount, stagedLines, studyGrewSince } from '@/lib/db/imported-items'
import { classifyRows } from '@/lib/db/staged-rows'
import { studyById } from '@/lib/db/studies'
import { workEnded } from '@/lib/db/work-ended'
import type { Fate } from '@/lib/db/staged-rows-shown'
import type { Tx } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'
import { findImport } from './find-import'
import type { JobContext, JobHandler } from './job-handler'

export const commitImportInput = z.object({
  importId: z.uuid(),
  /** `all`: refused when a single row is bad or clashes. `good`: such rows are left out. */
  take: z.enum(['all', 'good']),
  /** Rows whose text stands in the study or in the file under another id. */
  duplicates: z.enum(['skip', 'import']),
  /** `take`: items that are here take over what known rows say otherwise of them; left out, nothing of them changes. */
  corrections: z.enum(['leave', 'take']).optional(),
  /** Why. Without a reason nothing changes of what is closed, of what a release holds and of what is sealed. */
  reason: z.string().trim().max(2_000).optional(),
})

export type Committed = { imported: number; known: number; corrected: number; duplicates: number; refused: number }

/** How often the commit pauses to say how far it is. */
const steps = 20
const leastPerStep = 2_000
const commitTimeoutMs = 30 * 60_000
const unwatched = { progress: async () => {}, finish: async () => {} }

export async function commitImport(
  viewer: Viewer,
  { importId, take, duplicates, corrections, reason = '' }: z.output<typeof commitImportInput>,
  { progress, finish }: Pick<JobContext, 'progress' | 'finish'> = unwatched,
): Promise<Committed> {
  await progress('checking', 0, 0)
  const { studyId, fileName } = await asViewer(viewer, (tx) => findImport(tx, viewer, importId))
  const use = { reason: 'items-imported', actor: viewer.personId, studyId, timeoutMs: commitTimeoutMs } as const
  return asSystem(use, async (tx, note) => {
    await lockImportsInto(tx, studyId)
    const found = await importById(tx, importId, { lock: true })
    if (found?.state !== 'ready') throw new Refusal('conflict', found?.state === 'done' ? 'import-done' : 'import-gone')
    if ((await stagedCount(tx, importId)) !== found.rows) throw new Refusal('conflict', 'import-lost')
    const counts = (await studyGrewSince(tx, studyId, importId))
      ? await classifyRows(tx, importId, studyId)
      : { ...found, ...clashesOf(found) }
    if (take === 'all' && counts.bad + counts.clash > 0)
      throw new Refusal('invalid', 'import-has-bad-rows', { rows: counts.bad + counts.clash })

    const fates: Fate[] = duplicates === 'import' ? ['fresh', 'duplicate'] : ['fresh']
    const of = counts.fresh + (duplicates === 'import' ? counts.duplicates : 0)
    // What rows leave unsaid the study says, as it does now: afterwards an owner alone (state-licence.ts).
    const licence = (await studyById(tx, studyId))?.licence ?? null
    let imported = 0
    await readByLine(tx)
    for (const { from, to } of stretchesOf(await stagedLines(tx, importId), found.rows)) {
      imported += await insertStagedItems(tx, { importId, studyId, licence, fates, from, to })
      await progress('importing', imported, of)
    }
    const corrected = corrections === 'take' ? await correct(tx, importId, studyId, reason) : []
    await recordEventOfEach(tx, corrected, { kind: 'item-corrected', actor: viewer.personId, studyId, detail: { file: fileName, reason } })
    await deleteStagedRows(tx, importId, ['fresh', 'known', 'duplicate'])
    const result = { imported, known: counts.known, corrected: corrected.length, duplicates: counts.fresh + counts.duplicates - imported, refused: counts.bad + counts.clash }
    await markDone(tx, importId, { imported, known: counts.known, fresh: counts.fresh, duplicates: counts.duplicates, bad: result.refused, corrected: result.corrected })
    note({ detail: { file: fileName, format: found.format, rows: found.rows, take, ...result, ...(await workEnded(tx)) } })
    await finish(tx)
    return result
  })
}

/** Each item once, with what it said before; of what it sealed, that it was something else. */
async function correct(tx: Tx, importId: string, studyId: string, reason: string): Promise<Correction[]> {
  const said = await takeOverCorrections(tx, importId, studyId, reason)
  if (!said) throw new Refusal('conflict', 'release-at-work')
  const sealed = new Set(reason === '' ? [] : await replaceSeals(tx, importId, studyId, reason))
  const both = said.map(({ itemId, detail }) => ({ itemId, detail: sealed.delete(itemId) ? { ...detail, sealed: true } : detail }))
  return [...both, ...[...sealed].map((itemId) => ({ itemId, detail: { sealed: true } }))]
}

/** The file's lines in stretches of equal length, as many as its rows are worth. */
function stretchesOf(lines: { first: number; last: number } | null, rows: number): { from: number; to: number }[] {
  if (!lines) return []
  const count = Math.max(1, Math.min(steps, Math.ceil(rows / leastPerStep)))
  const length = Math.ceil((lines.last - lines.first + 1) / count)
  return Array.from({ length: count }, (_, n) => ({ from: lines.first + n * length, to: lines.first + (n + 1) * length }))
}

/** The summary counts clashes among the bad rows; its options remember how many they were. */
function clashesOf(found: { bad: number; options: unknown }): { bad: number; clash: number } {
  const clash = z.object({ clash: z.number() }).safeParse(found.options).data?.clash ?? 0
  return { bad: found.bad - clash, clash }
}

export const commitJob: JobHandler = {
  run: async (viewer, job, context) => {
    await commitImport(viewer, commitImportInput.parse({ ...(job.input as object), importId: job.subjectId }), context)
  },
}
