import { Refusal } from '@/lib/errors'
import type { Mover, Stage } from './stage'

/** Every way an item can go from one stage to another. There is no other: whoever writes a stage asks `moved`. */
export type Move = {
  from: readonly Stage[]
  to: Stage
  by: Mover
  /** The person who causes it must say why. */
  reason: boolean
}

export const moves = {
  /** A batch is opened with this item in it. */
  opened: { from: ['pool'], to: 'reading', by: 'admin', reason: false },
  /** The last seat was submitted, the readings agree, and the merged answer is the verdict. */
  agreed: { from: ['reading'], to: 'closed', by: 'system', reason: false },
  /** The last seat was submitted and the readings differ, or the study adjudicates always. */
  'sent-to-bench': { from: ['reading'], to: 'adjudicating', by: 'system', reason: false },
  /** The last seat was submitted, the readings differ, and the study never adjudicates: closed without a verdict. */
  'left-undecided': { from: ['reading'], to: 'closed', by: 'system', reason: false },
  /** A verdict was given at the bench, an answer or `unusable item`. */
  decided: { from: ['adjudicating'], to: 'closed', by: 'adjudicator', reason: false },
  /** The verdict is asked for again, or for the first time where an item was left undecided. */
  reopened: { from: ['closed'], to: 'adjudicating', by: 'admin', reason: true },
  /** Judged under an old protocol: seats are to be read again under the newest one. */
  'returned-to-readers': { from: ['reading', 'adjudicating', 'closed'], to: 'reading', by: 'admin', reason: true },
  /** A reader took the submission back within its grace; the service also asks that nobody has acted on it. */
  'submission-undone': { from: ['reading', 'adjudicating', 'closed'], to: 'reading', by: 'reader', reason: false },
  /** The batch ended before every seat was submitted. What had been submitted stays as history. */
  'batch-closed': { from: ['reading'], to: 'pool', by: 'admin', reason: false },
  withdrawn: { from: ['pool', 'reading', 'adjudicating', 'closed'], to: 'withdrawn', by: 'admin', reason: true },
} as const satisfies Record<string, Move>

export type StageEvent = keyof typeof moves

export function canMove(stage: Stage, event: StageEvent, by: Mover): boolean {
  const move: Move = moves[event]
  return move.by === by && move.from.includes(stage)
}

/** The stage after the event. Refuses as a conflict when the item has moved on; a wrong mover is a defect of the caller. */
export function moved(stage: Stage, event: StageEvent, by: Mover, reason?: string): Stage {
  const move: Move = moves[event]
  if (move.by !== by) throw new Error(`${event} is caused by ${move.by}, not by ${by}`)
  if (!move.from.includes(stage)) throw new Refusal('conflict', 'item-moved-on', { stage })
  if (move.reason && !reason?.trim()) {
    throw new Refusal('invalid', 'reason-missing', {}, [{ path: 'reason', code: 'missing' }])
  }
  return move.to
}
