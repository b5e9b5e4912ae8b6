/**
 * What time alone makes worthless. Opens the unblinded transaction itself, for a timer that finds nothing must not add to
 * the audit trail; whatever it does remove of people's things, or take from their hands, is an event.
 */
import { freeLapsedDisputes } from './adjudications'
import { dropLongArrived } from './arriving-predictions'
import { recordEvent } from './audit-events'
import { dropDeadImports } from './imports'
import { clearOldEntries } from './job-queue'
import { clearOldLimits } from './rate-limits'
import { liftShownWhereNeeded } from './reopenings'
import { freeLapsedSeats } from './seats'
import { inTransaction, type Tx } from './transaction'

export type Cleared = { invitations: number; resets: number; sessions: number; imports: number; seats: number; disputes: number }

/** How long an invitation that lapsed, or a session that ended, can still be looked up. */
const keepingDays = 30
/** How long the answer to a request with a key is given again. */
const answersKeptHours = 24
const lock = 4243

/** Null when another process is at it. */
export async function clearOld(): Promise<Cleared | null> {
  await clearOldLimits()
  return inTransaction(null, 'housekeeping-done', async (tx) => {
    const [free] = await tx.$queryRaw<{ locked: boolean }[]>`select pg_try_advisory_xact_lock(${lock}) as locked`
    if (!free?.locked) return null
    const invitations = await tx.$executeRaw`
      delete from invitation where accepted_at is null and least(expires_at, revoked_at) < now() - make_interval(days => ${keepingDays})`
    const resets = await tx.$executeRaw`
      delete from password_reset where least(expires_at, ended_at) < now() - make_interval(days => ${keepingDays})`
    const sessions = await tx.$executeRaw`
      delete from session where least(expires_at, revoked_at) < now() - make_interval(days => ${keepingDays})`
    await tx.$executeRaw`delete from idempotency_key where created_at < now() - make_interval(hours => ${answersKeptHours})`
    await clearOldEntries(tx)
    await dropLongArrived(tx)
    const before = await countImports(tx)
    await dropDeadImports(tx)
    const dropped = before - (await countImports(tx))
    const cleared = { invitations, resets, sessions, imports: dropped, seats: await freeLapsedSeats(tx), disputes: await freeLapsedDisputes(tx) }
    await liftShownWhereNeeded(tx)
    if (Object.values(cleared).some((count) => count > 0))
      await recordEvent(tx, { kind: 'housekeeping-done', actor: null, studyId: null, itemId: null, detail: cleared })
    return cleared
  })
}

const countImports = (tx: Tx): Promise<number> => tx.import.count()
