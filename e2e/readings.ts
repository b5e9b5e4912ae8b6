/** Readings handed in through the services, where a browser test is about what comes after them. */
import { randomUUID } from 'node:crypto'
import { claimSeat } from '@/lib/services/claim-seat'
import { submitJudgment } from '@/lib/services/submit-judgment'
import { passGrace, viewerOf } from '@/prisma/factories'
import type { Scene } from './scene'

/** Correct; or erroneous, with the first `marked` code points marked. */
export const answerOf = (veracity: 'correct' | 'erroneous', text: string, { note = '', marked = 9 } = {}) => ({
  veracity,
  spans:
    veracity === 'correct'
      ? []
      : [
          {
            id: randomUUID(),
            start: 0,
            end: marked,
            quote: [...text].slice(0, marked).join(''),
            type: 'conceptual',
            correction: '',
            explanation: '',
            references: [],
          },
        ],
  difficulty: null,
  confidence: null,
  note,
})

/** Claims the reader's next seat and hands in an answer from it, under the study's first protocol; what is seen may hang on the seat. */
export async function handIn(
  { studyId, protocolId, people }: Scene,
  who: keyof Scene['people'],
  answer: object | ((seatId: string) => object),
): Promise<string> {
  const viewer = await viewerOf(people[who].personId)
  const { seatId } = await claimSeat(viewer, { studyId, beyond: [] })
  if (!seatId) throw new Error(`there is nothing for ${who} to read`)
  await submitJudgment(viewer, { seatId, protocolId, clientId: randomUUID(), answer: typeof answer === 'function' ? (answer as (seatId: string) => object)(seatId) : answer, activeMs: 1 })
  await passGrace(studyId)
  return seatId
}
