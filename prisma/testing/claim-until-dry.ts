/** A server process of its own for the race for seats: its readers claim and hand in side by side until nothing is left. */
import { randomUUID } from 'node:crypto'
import { disconnect } from '@/lib/db/client'
import { claimSeat } from '@/lib/services/claim-seat'
import { submitJudgment } from '@/lib/services/submit-judgment'

const [studyId, protocolId, ...readers] = process.argv.slice(2)
const answer = { veracity: 'correct', spans: [], difficulty: null, confidence: 2, note: '' }

async function readUntilDry(personId: string): Promise<void> {
  const viewer = { personId, owner: false, roles: { [studyId!]: ['reader' as const] } }
  for (;;) {
    const { seatId } = await claimSeat(viewer, { studyId: studyId!, beyond: [] })
    if (!seatId) return
    await submitJudgment(viewer, { seatId, protocolId: protocolId!, clientId: randomUUID(), answer, activeMs: 1 })
  }
}

await Promise.all(readers.map(readUntilDry))
await disconnect()
