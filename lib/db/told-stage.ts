/**
 * Where an item `i` is, as the viewer may know it (behind the unblinded door: its actor). Whoever has read it goes on seeing it read until none of its readings can be taken back:
 * as an admin of the study they would learn from its stage whether the others agreed, and could still change what they said. Whatever is
 * told to admins, or refused to them, goes by this and never by the stage itself.
 */
import { Prisma } from './generated/client'
import type { Stage } from '@/lib/workflow/stage'

const isAwaited = 'i.id = any ((select awaited_by(viewer_id()))::uuid[])'
export const toldStage = Prisma.raw(`case when ${isAwaited} then 'reading' else i.stage end`)
/** What is awaited has been with its readers since its batch was opened. */
export const toldSince = Prisma.raw(`case when ${isAwaited} then (select opened_at from batch where id = i.batch_id) else i.staged_at end`)

/** `toldStage` as a condition that an index answers. */
export function isTold(stage: Stage): Prisma.Sql {
  if (stage === 'reading') return Prisma.raw(`(i.stage = 'reading' or ${isAwaited})`)
  if (stage === 'pool' || stage === 'withdrawn') return Prisma.sql`i.stage = ${stage}::stage`
  return Prisma.sql`(i.stage = ${stage}::stage and not ${Prisma.raw(isAwaited)})`
}
