/**
 * A server process of its own for the race for seats. Its readers claim side by side until nothing is left, and behave as people
 * do: each passes one seat on, walks away from one until it has lapsed, and takes one judgment back. When both processes have
 * come so far (`go`), they read what was left behind.
 */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import pg from 'pg'
import { disconnect } from '@/lib/db/client'
import { Refusal } from '@/lib/errors'
import { claimSeat } from '@/lib/services/claim-seat'
import { declineSeat } from '@/lib/services/decline-seat'
import { submitJudgment } from '@/lib/services/submit-judgment'
import { takeBackJudgment } from '@/lib/services/take-back-judgment'

export type Raced = Record<'declined' | 'left' | 'takenBack' | 'lost', number>

const [studyId, protocolId, ...readers] = process.argv.slice(2)
const owner = new pg.Pool({ connectionString: process.env['OWNER_URL'], max: 2 })
const answer = { veracity: 'correct', spans: [], difficulty: null, confidence: 2, note: '' }
const whims = ['declines', 'reads', 'walks away', 'takes back'] as const
const raced: Raced = { declined: 0, left: 0, takenBack: 0, lost: 0 }

const viewerOf = (personId: string) => ({ personId, owner: false, roles: { [studyId!]: ['reader' as const] } })
const handIn = (personId: string, seatId: string) => submitJudgment(viewerOf(personId), { seatId, protocolId: protocolId!, clientId: randomUUID(), answer, activeMs: 1 })

/** Whatever is held under a living lease is handed in: a refusal ends the process. */
async function readUntilDry(personId: string, moods: readonly (typeof whims)[number][]): Promise<void> {
  const [viewer, lapsed, read] = [viewerOf(personId), [] as string[], new Set<string>()]
  for (let turn = 0; ; turn++) {
    const { seatId } = await claimSeat(viewer, { studyId: studyId!, beyond: lapsed })
    if (!seatId) break
    const mood = moods[turn] ?? 'reads'
    if (mood === 'declines') {
      await declineSeat(viewer, { seatId, reason: 'unreadable', note: '' })
      raced.declined++
    } else if (mood === 'walks away') {
      await owner.query(`update seat set lease_until = now() - interval '1 second' where id = $1 and person_id = $2`, [seatId, personId])
      lapsed.push(seatId)
      raced.left++
    } else {
      await handIn(personId, seatId)
      read.add(seatId)
      if (mood !== 'takes back') continue
      await takeBackJudgment(viewer, { seatId })
      raced.takenBack++
      await handIn(personId, seatId)
    }
  }
  // Who comes back to what has lapsed may still have it; if somebody else does, nothing is taken from them. Passed on by that one, it may have been given to them again.
  for (const seatId of lapsed.filter((one) => !read.has(one)))
    await handIn(personId, seatId).catch((error: unknown) => {
      if (!(error instanceof Refusal && error.reason === 'seat-gone')) throw error
      raced.lost++
    })
}

await Promise.all(readers.map((personId, nth) => readUntilDry(personId, whims.map((_, turn) => whims[(nth + turn) % whims.length]!))))
const go = once(process, 'message')
process.send!(raced)
await go
await Promise.all(readers.map((personId) => readUntilDry(personId, [])))
await owner.end()
await disconnect()
process.disconnect()
